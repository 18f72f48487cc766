using System.Collections.Frozen;
using System.Text;

namespace Extraction.Sinks.Linking;

/// <summary>Any script → plain lower-case Latin letters and digits, words apart by one space. What reads like a mark on a letter (an apostrophe for ʿayn) is dropped.</summary>
static class Letters
{
    static readonly FrozenDictionary<char, string> Table = Load();

    public static string Fold(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var raw in name)
        {
            var c = char.ToLowerInvariant(raw);
            if (char.IsAsciiLetterOrDigit(c))
            {
                text.Append(c);
            }
            else if (Table.TryGetValue(c, out var latin))
            {
                text.Append(latin);
            }
            else if (char.IsLetter(c))
            {
                // A script that the table lacks (Han, Hangul): kept, so that equal names are still equal.
                text.Append(c);
            }
            else if (!IsMark(c) && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }

    // Apostrophes of all kinds, a full stop (in "S.A." it joins), combining marks, vowel signs of Arabic and Hebrew.
    static bool IsMark(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' or 'ʿ' or 'ʾ' or 'ʻ' or 'ʼ' or '.' or (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u0591' and <= '\u05C7');

    static FrozenDictionary<char, string> Load()
    {
        using var reader = new StreamReader(typeof(Letters).Assembly.GetManifestResourceStream("linking/transliteration.tsv")!);
        var table = new Dictionary<char, string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [[var letter], var latin])
            {
                table[letter] = latin;
            }
        }

        return table.ToFrozenDictionary();
    }
}
