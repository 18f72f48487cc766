using Extraction.Learning;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Lexicon;

/// <summary>The way from a token up the tree to the nearest word that can state an act.</summary>
/// <param name="Trigger">The word's token, or -1 where there is none within reach.</param>
/// <param name="Path">Hash of the relations on the way and of what the word states; 0 where there is none.</param>
public readonly record struct TriggerPath(int Trigger, ulong Path)
{
    const int Reach = 6;

    public static TriggerPath Above(SentenceView s, int i)
    {
        var path = 1ul;
        for (var (at, steps) = (i, 0); steps < Reach && at >= 0; steps++)
        {
            if (at != i && s.TriggerAt(at) is { } word) return new(at, Hashing.Feature(99, path, (ulong)(word.Act is { } act ? (int)act : 9)));
            path = Hashing.Feature(98, path, Hashing.Of(s.Deprel(at)));
            at = s.Head(at);
        }

        return new(-1, 0);
    }
}
