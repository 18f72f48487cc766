using System.Text;

namespace Extraction.Sinks.Delivery;

/// <summary>Words from elsewhere (articles, servers) made fit for one line of a message: no control codes, no line breaks, not endless.</summary>
public static class Plain
{
    const int Longest = 400;

    public static string Line(string words)
    {
        var text = new StringBuilder(Math.Min(words.Length, Longest));
        foreach (var c in words)
        {
            if (text.Length == Longest)
            {
                text.Append('…');
                break;
            }

            // Besides C0 and C1: line and paragraph separators, and the marks that turn the direction of text around.
            text.Append(char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? ' ' : c);
        }

        return text.ToString();
    }
}
