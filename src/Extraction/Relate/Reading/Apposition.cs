using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>
/// Descriptions that say what a name beside them is ("Bulgarian oligarch Vassil Bojkov", "Far Eastern Bank, a Russian bank") are no
/// targets of their own.
/// </summary>
static class Apposition
{
    /// <summary>Leaves the name where a description of it was found, too, or in its stead.</summary>
    public static void Settle(SentenceView s, List<ScoredSpan> found)
    {
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var (span, p) = found[i];
            if (!IsOneThing(s, span)) continue;
            if (NameBehind(s, span) is { } name)
            {
                found.RemoveAt(i);
                if (!IsFound(found, name)) found.Add(new(name, p));
            }
            else if (NameBefore(s, span) is { } described && IsFound(found, described))
            {
                found.RemoveAt(i);
            }
        }
    }

    // A common noun in the singular and nothing but what qualifies it.
    static bool IsOneThing(SentenceView s, Span span)
    {
        var last = span.End - 1;
        if (s.Upos(last) != Upos.Noun || s.Xpos(last) != "NN" || !char.IsLower(s.Form(last)[0])) return false;
        for (var i = span.First; i < last; i++)
            if (s.Upos(i) is not (Upos.Noun or Upos.Adj or Upos.Propn or Upos.Punct) || s.Form(i) == ",") return false;
        return true;
    }

    static Span? NameBehind(SentenceView s, Span span)
    {
        foreach (var name in s.Names)
            if (name.First == span.End) return new(s, name.First, name.End, s.HeadOf(name.First, name.End));
        return null;
    }

    // "NAME, a description" with an end behind it: what goes on with "and" may be a list.
    static Span? NameBefore(SentenceView s, Span span)
    {
        var comma = span.First - 2;
        if (comma < 1 || s.Form(comma) != "," || s.Form(span.First - 1) is not ("a" or "an" or "the")) return null;
        if (span.End < s.Count && s.Form(span.End) is not ("," or "." or ";" or ")" or "that" or "which" or "who")) return null;
        foreach (var name in s.Names)
            if (name.End == comma) return new(s, name.First, name.End, s.HeadOf(name.First, name.End));
        return null;
    }

    static bool IsFound(List<ScoredSpan> found, Span name) => found.Exists(f => f.Span.First < name.End && name.First < f.Span.End);
}
