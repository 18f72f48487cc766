using System.Text;

namespace Extraction.Documents;

/// <summary>Words of an article as a field shows them: white space of any kind is one space, soft hyphens and zero-width marks are gone.</summary>
public static class Words
{
    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
                continue;
            if (char.IsWhiteSpace(c))
            {
                space = clean.Length > 0;
                continue;
            }

            if (space)
                clean.Append(' ');
            space = false;
            clean.Append(c);
        }

        return clean.ToString();
    }
}
