using Extraction.Learning;

namespace Extraction.Annotate.Recognize;

/// <summary>
/// Names known from lists, found in a sentence as the longest matches of lower-case words. What is found is a hint
/// for the recogniser, not a decision.
/// </summary>
public sealed class NameLists(PackedMap map)
{
    /// <summary>Marks a sequence of words as the beginning of a longer listed name.</summary>
    public const ushort Begins = 1 << 15;
    private const int Longest = 8;

    /// <summary>The key of the first word of a name; go on with <see cref="Next"/>.</summary>
    public static ulong First(in Word word) => Hashing.Feature(300, word.Lower);

    public static ulong Next(ulong key, in Word word) => Hashing.Feature(301, key, word.Lower);

    /// <summary>For each word 0, or the list bits of the longest name that covers it, doubled, plus one where the name goes on from the word before.</summary>
    public void Find(ReadOnlySpan<Word> words, Span<ushort> listed)
    {
        listed.Clear();
        for (var at = 0; at < words.Length; at++)
        {
            var length = 0;
            var bits = 0;
            var key = First(words[at]);
            for (var end = at; ;)
            {
                var value = map.Find(key);
                if (value < 0)
                    break;
                if ((value & ~Begins) != 0)
                {
                    bits = value & ~Begins;
                    length = end + 1 - at;
                }

                if ((value & Begins) == 0 || ++end == words.Length || end - at >= Longest)
                    break;
                key = Next(key, words[end]);
            }

            for (var inside = 0; inside < length; inside++)
                listed[at + inside] = (ushort)((bits << 1) | (inside > 0 ? 1 : 0));
            at += Math.Max(0, length - 1);
        }
    }
}
