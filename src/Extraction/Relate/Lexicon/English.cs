using System.Collections.Frozen;

namespace Extraction.Relate.Lexicon;

/// <summary>
/// Whether a text is in English, the one language of the models: what they make of another is noise that they are sure of. Told by the
/// small words, a third of any English text, against those of other languages.
/// </summary>
public static class English
{
    /// <summary>Words in small letters below which a text is given the benefit of the doubt: headlines, lists of names.</summary>
    const int Enough = 12;

    /// <summary>From so many on, a text without English small words is in another language, though in none whose words are known here.</summary>
    const int Plenty = 50;

    /// <summary>The least share of English small words. Even lists of names have more.</summary>
    const double Least = 0.04;

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ours = WordLists.Set("english").GetAlternateLookup<ReadOnlySpan<char>>();
    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = WordLists.Set("not english").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True unless the text is clearly in another language.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        int words = 0, ours = 0, others = 0, latin = 0, otherScripts = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at])) continue;
            var start = at;
            for (; at < text.Length && char.IsLetter(text[at]); at++)
            {
                if (IsLatin(text[at])) latin++;
                else otherScripts++;
            }

            if (!char.IsLower(text[start]) || IsNotAvailable(text, start, at)) continue;
            words++;
            if (Ours.Contains(text[start..at])) ours++;
            else if (Others.Contains(text[start..at])) others++;
        }

        return otherScripts <= latin && (words < Enough || ours >= others) && (words < Plenty || ours >= Least * words);
    }

    // "3: na", "Title: na" in the lists of the United Nations; a small word elsewhere.
    static bool IsNotAvailable(ReadOnlySpan<char> text, int start, int end) => text[start..end] is "na" && text[..start].EndsWith(": ");

    // With the letters of Vietnamese.
    static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1e00' and < '\u1f00';
}
