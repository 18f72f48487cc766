namespace Extraction.Clean;

/// <summary>A document's characters, without byte-order mark.</summary>
/// <param name="Text">The characters; what could not be decoded is U+FFFD, NUL is a space.</param>
/// <param name="Charset">Name of the character set that was used.</param>
/// <param name="Damaged">How many characters could not be decoded or were NUL.</param>
internal readonly record struct DecodedText(string Text, string Charset, int Damaged);
