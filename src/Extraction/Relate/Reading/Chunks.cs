using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>Cuts a long article into pieces that the network reads one by one; nearly all articles are one piece.</summary>
public static class Chunks
{
    /// <summary>A piece knows nothing of the one before, so it should hold the longest list of names with the sentence above it; memory grows with it, by some 50 KB a token.</summary>
    const int MaxTokens = 8000;

    /// <summary>Runs of sentences; together all of them.</summary>
    public static IEnumerable<ReadOnlyMemory<SentenceView>> Of(DocumentView document)
    {
        var all = document.Sentences.AsMemory();
        var (first, tokens) = (0, 0);
        for (var i = 0; i < all.Length; i++)
        {
            if (tokens > 0 && tokens + all.Span[i].Count > MaxTokens)
            {
                yield return all[first..i];
                (first, tokens) = (i, 0);
            }

            tokens += all.Span[i].Count;
        }

        if (first < all.Length) yield return all[first..];
    }

    /// <summary>Where the tokens of each sentence start, by its number.</summary>
    public static Dictionary<int, int> Offsets(ReadOnlySpan<SentenceView> sentences)
    {
        var offsets = new Dictionary<int, int>(sentences.Length);
        var at = 0;
        foreach (var s in sentences)
        {
            offsets[s.Number] = at;
            at += s.Count;
        }

        return offsets;
    }
}
