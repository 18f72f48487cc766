using Extraction.Learning;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>Where what belongs to a target stands beside it, in steps for features.</summary>
static class SpanPlaces
{
    /// <summary>Sentences from the target's; exact where near.</summary>
    public static ulong Distance(int sentences) => (ulong)((sentences is < -3 or > 5 ? sentences < 0 ? -5 - (-sentences / 5) : 6 + (sentences / 5) : sentences) + 20);

    /// <summary>1 behind the target, 2 before or in it.</summary>
    public static ulong Side(Span t, int token) => token >= t.End ? 1ul : 2ul;

    /// <summary>Adds how a target and a token of its sentence stand to each other, as four templates.</summary>
    /// <param name="pairs">Where to.</param>
    /// <param name="first">The first of the templates.</param>
    /// <param name="t">The target.</param>
    /// <param name="token">Where what is paired with it begins.</param>
    /// <param name="head">Its head.</param>
    /// <param name="spans">All targets.</param>
    public static void Add(PairTable pairs, uint first, Span t, int token, int head, IReadOnlyList<Span> spans)
    {
        var (s, side) = (t.Sentence, Side(t, token));
        pairs.Add(first, side, Gap(t, token));
        pairs.Add(first + 1, side, Between(t, token, spans));
        pairs.Add(first + 2, Hashing.Of(Paths.Between(s, t.Head, head)));
        pairs.Add(first + 3, Hashing.Of(Paths.Between(s, Paths.ListHead(s, t.Head), head)));
    }

    /// <summary>Tokens between the target and a token of its sentence before or after it; exact where few.</summary>
    static ulong Gap(Span t, int token)
    {
        var gap = token >= t.End ? token - t.End : t.First - token;
        return (ulong)(gap < 6 ? gap : 6 + Math.Min(6, gap / 6));
    }

    /// <summary>Other targets between the target and a token of its sentence, four at most.</summary>
    static ulong Between(Span t, int token, IReadOnlyList<Span> spans) => (ulong)Math.Min(4, spans.Count(other =>
        other.Sentence == t.Sentence && other != t && (token >= t.End ? other.First >= t.End && other.End <= token : other.First >= token && other.End <= t.First)));

    /// <summary>4: the sentence of this target; else 1 if it has the target's last word, and 2 if it has other targets, together.</summary>
    public static ulong NamedIn(SentenceView s, Span t, IReadOnlyList<Span> spans)
    {
        if (s == t.Sentence) return 4;
        var (word, own) = (t.Sentence.Form(t.End - 1), false);
        if (word.Length > 2 && char.IsUpper(word[0]))
            for (var i = 0; i < s.Count && !own; i++) own = s.Form(i) == word;
        foreach (var other in spans)
            if (other.Sentence == s) return own ? 3ul : 2ul;
        return own ? 1ul : 0;
    }
}
