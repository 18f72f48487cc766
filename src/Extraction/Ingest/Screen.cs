using Extraction.Documents;

namespace Extraction.Ingest;

/// <summary>Whether a document may matter, told from its bytes. May say yes for nothing; never says no to one that gives a record. Safe to call from many threads.</summary>
/// <param name="body">As stored, without transport encodings.</param>
/// <param name="format">How it would be read.</param>
/// <param name="title">The headline that the source gives, or null.</param>
public delegate bool Screen(ReadOnlySpan<byte> body, BodyFormat format, string? title);

static class ScreenReasons
{
    /// <summary>The same word as for articles that are left out after cleaning: both mean that no stem of the lexicon is there.</summary>
    public const string Irrelevant = "irrelevant";
}
