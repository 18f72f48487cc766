using System.Text;

namespace Extraction.Sinks.Linking;

/// <summary>
/// A word's consonants after sounds that romanisations spell differently have been made one: "Mohammed", "Muhamad" and "Muhammadh"
/// → <c>mhmd</c>; "Yevgeniy", "Evgeny" → <c>avgn</c>; "Gaddafi", "Qadhafi" differ still (an alias' work). Coarse on purpose: it
/// finds candidates, and the letters decide between them.
/// </summary>
static class Skeleton
{
    // In order: longer spellings before their parts.
    static readonly (string From, string To)[] Sounds =
    [
        ("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"), ("ch", "s"), ("dh", "d"),
        ("th", "t"), ("ph", "f"), ("dj", "j"), ("dz", "j"), ("ts", "s"), ("tz", "s"), ("cz", "s"), ("ck", "k"), ("ou", "u"), ("ov", "v"), ("x", "ks"), ("q", "k"),
    ];

    // A Slavic surname's ending says whose it is: Ivanova is not Ivanov.
    static readonly string[] FeminineEndings = ["ova", "eva", "skaya", "skaia", "tskaya"];

    public static string Of(string word)
    {
        var isFeminine = word.Length > 5 && Array.Exists(FeminineEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));
        // "Yevgeny" and "Evgeny", "Yusuf" and "Usuf": a y before a vowel at the start is a matter of taste.
        var text = word.Length > 2 && word[0] == 'y' && IsVowel(word[1]) ? word[1..] : word;
        foreach (var (from, to) in Sounds)
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        var skeleton = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] switch
            {
                'w' or 'f' => 'v',
                'c' => i + 1 < text.Length && text[i + 1] is 'e' or 'i' ? 's' : 'k',
                'z' => 's',
                'j' when i > 0 && !IsVowel(text[i - 1]) && i + 1 == text.Length => 'y',
                'p' => 'b',
                var other => other,
            };
            if (IsVowel(c))
            {
                if (i == 0)
                {
                    skeleton.Append('a');
                }

                continue;
            }

            // A last h is breath ("Abdallah"); a doubled letter is one.
            if ((c == 'h' && i == text.Length - 1 && i > 0) || (skeleton.Length > 0 && skeleton[^1] == c))
            {
                continue;
            }

            skeleton.Append(c);
        }

        return isFeminine ? skeleton.Append('a').ToString() : skeleton.ToString();
    }

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
