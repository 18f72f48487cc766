namespace Extraction.Annotate.Tokenize;

/// <summary>
/// Typography made plain, one character for one character, so that offsets stay: all spaces and line breaks become
/// a space, curly quotes straight ones, short dashes a hyphen. Invisible characters stay in the text as
/// <see cref="Invisible"/> and are left out of forms.
/// </summary>
public static class PlainText
{
    /// <summary>Stands for soft hyphens and zero-width characters.</summary>
    public const char Invisible = '\u00AD';

    /// <summary>The plain character for one character.</summary>
    public static char Of(char character) => character < '\u007F'
        ? (character < ' ' ? ' ' : character == '`' ? '\'' : character)
        : character switch
        {
            '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' => ' ',
            '\u007F' or (>= '\u0080' and <= '\u009F') => ' ',
            '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' => Invisible,
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u02BB' or '\u02BE' or '\u02BF' or '\u00B4' or '\uFF07' => '\'',
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' or '\uFF02' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '\uFE63' or '\uFF0D' => '-',
            '\u2015' => '\u2014',
            _ => character,
        };

    /// <summary>Writes the plain characters of <paramref name="text"/>; both have the same length.</summary>
    public static void Copy(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var at = 0; at < text.Length; at++)
            plain[at] = Of(text[at]);
    }

    /// <summary>The form of a token: its plain characters without invisible ones; "--" for a long dash, "..." for an ellipsis.</summary>
    public static string Form(ReadOnlySpan<char> plain)
    {
        if (plain.IndexOfAny(Invisible, '\u2014', '\u2026') < 0)
            return new string(plain);
        return new string(plain)
            .Replace("\u00AD", string.Empty, StringComparison.Ordinal)
            .Replace("\u2014", "--", StringComparison.Ordinal)
            .Replace("\u2026", "...", StringComparison.Ordinal);
    }

    /// <summary>The form of a piece of source text.</summary>
    public static string FormOf(ReadOnlySpan<char> source)
    {
        Span<char> plain = source.Length <= 256 ? stackalloc char[source.Length] : new char[source.Length];
        Copy(source, plain);
        return Form(plain);
    }
}
