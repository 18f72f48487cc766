using System.Text;

namespace Extraction.Relate.Syntax;

/// <summary>Ways between two tokens over the dependency tree.</summary>
public static class Paths
{
    const int Longest = 6;

    /// <summary>
    /// The way from one token to another: relations upward ("^nsubj"), the lemma at the turn when <paramref name="words"/>,
    /// relations downward with their case markers ("&gt;obl(on)"); "far" beyond six steps.
    /// </summary>
    public static string Between(SentenceView s, int from, int to, bool words = false)
    {
        Span<int> up = stackalloc int[Longest + 1];
        Span<int> down = stackalloc int[Longest + 1];
        var ups = 0;
        for (var i = from; i >= 0 && ups <= Longest; i = s.Head(i)) up[ups++] = i;
        var downs = 0;
        for (var i = to; i >= 0 && downs <= Longest; i = s.Head(i))
        {
            var meet = up[..ups].IndexOf(i);
            if (meet >= 0) return meet + downs > Longest ? "far" : Write(s, up[..(meet + 1)], down[..downs], words);
            down[downs++] = i;
        }

        return "far";
    }

    static string Write(SentenceView s, ReadOnlySpan<int> up, ReadOnlySpan<int> down, bool words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < up.Length - 1; i++) text.Append('^').Append(s.Deprel(up[i]));
        if (words && up.Length > 1) text.Append('[').Append(s.Lemma(up[^1])).Append(']');
        for (var i = down.Length - 1; i >= 0; i--)
        {
            text.Append('>').Append(s.Deprel(down[i]));
            var marker = s.Child(down[i], "case");
            if (marker >= 0) text.Append('(').Append(s.Lemma(marker)).Append(')');
            if (words && i > 0) text.Append('[').Append(s.Lemma(down[i])).Append(']');
        }

        return text.Length == 0 ? "same" : text.ToString();
    }

    /// <summary>The first member of the list that a token is a member of: up through conjunctions.</summary>
    public static int ListHead(SentenceView s, int i)
    {
        for (var steps = 0; steps < 80 && s.Head(i) >= 0 && s.Is(i, "conj"); steps++) i = s.Head(i);
        return i;
    }

    /// <summary>
    /// The predicate over a token: up to the nearest verb; where there is none, the topmost noun. A verb is its own
    /// predicate unless it is only a modifier of a noun ("the sanctioned bank").
    /// </summary>
    public static int Predicate(SentenceView s, int i)
    {
        var at = i;
        for (var steps = 0; steps < 6; steps++)
        {
            if (s.Upos(at) == Documents.Upos.Verb && !s.Is(at, "amod")) return at;
            var head = s.Head(at);
            if (head < 0) return at;
            at = head;
        }

        return at;
    }
}
