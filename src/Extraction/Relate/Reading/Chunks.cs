using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>A piece of an article that the network reads at once.</summary>
/// <param name="Sentences">In order; the first of them may stand farther up in the article.</param>
/// <param name="Context">How many of the first sentences belong to other pieces and are there to be known, not to be read again.</param>
public readonly record struct Chunk(ReadOnlyMemory<SentenceView> Sentences, int Context)
{
    /// <summary>The sentences that only this piece reads.</summary>
    public ReadOnlySpan<SentenceView> Own => Sentences.Span[Context..];
}

/// <summary>Cuts a long article into pieces that the network reads one by one; nearly all articles are one piece.</summary>
public static class Chunks
{
    /// <summary>Memory grows with the tokens of a piece, by some 50 KB each.</summary>
    const int MaxTokens = 4000;

    /// <summary>How many sentences of the article's beginning a later piece knows: who acts is said there.</summary>
    const int Lead = 3;

    /// <summary>How many sentences before it a later piece knows, lines of lists left out: what the list that it goes on with is one of.</summary>
    const int Before = 2;

    /// <summary>The pieces in order; each sentence is the own of one of them.</summary>
    public static IEnumerable<Chunk> Of(DocumentView document)
    {
        var all = document.Sentences.AsMemory();
        var (first, tokens) = (0, 0);
        for (var i = 0; i < all.Length; i++)
        {
            if (tokens > 0 && tokens + all.Span[i].Count > MaxTokens)
            {
                yield return Piece(all, first, i);
                (first, tokens) = (i, 0);
            }

            tokens += all.Span[i].Count;
        }

        if (first < all.Length) yield return Piece(all, first, all.Length);
    }

    static Chunk Piece(ReadOnlyMemory<SentenceView> all, int first, int end)
    {
        if (first == 0) return new(all[..end], 0);
        var before = new List<SentenceView>(Before);
        for (var i = first - 1; i >= Lead && before.Count < Before; i--)
            if (all.Span[i].Kind is not (BlockKind.ListItem or BlockKind.TableRow)) before.Insert(0, all.Span[i]);
        SentenceView[] context = [.. all[..Math.Min(Lead, first)].Span, .. before];
        return new((SentenceView[])[.. context, .. all[first..end].Span], context.Length);
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
