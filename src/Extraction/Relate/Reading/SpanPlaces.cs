using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>Which targets a sentence names.</summary>
static class SpanPlaces
{
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
