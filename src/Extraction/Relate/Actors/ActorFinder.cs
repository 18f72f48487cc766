using Extraction.Knowledge;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Actors;

/// <summary>One authority in question for an anchor.</summary>
/// <param name="Authority">Who, with the mention looked at.</param>
/// <param name="Mention">The mention in the anchor's own sentence, or null.</param>
/// <param name="Distance">Sentences back to the mention; 0 in the same sentence.</param>
/// <param name="Carried">True if it acted in the last stated act.</param>
public sealed record ActorCandidate(Authority Authority, AuthorityMention? Mention, int Distance, bool Carried);

/// <summary>Finds the authorities that may have done what an anchor states.</summary>
public static class ActorFinder
{
    const int Back = 4;

    public static List<ActorCandidate> Find(DocumentView document, Anchor anchor, DocumentState state)
    {
        var found = new List<ActorCandidate>();
        var s = anchor.Sentence;
        foreach (var m in s.Authorities) found.Add(new(Of(s, m), m, 0, IsCarried(state, m.Entry.Name)));
        for (var back = 1; back <= Back && s.Number - back >= 0; back++)
            foreach (var m in document.Sentences[s.Number - back].Authorities)
                AddOnce(found, new(Of(document.Sentences[s.Number - back], m), null, back, IsCarried(state, m.Entry.Name)));
        foreach (var last in state.LastActors) AddOnce(found, new(last, null, 9, true));
        // A statement that says "we" names its author elsewhere: any authority of the article may be meant.
        foreach (var other in document.Sentences)
            foreach (var m in other.Authorities)
                AddOnce(found, new(Of(other, m), null, other.Number < s.Number ? 8 : 7, IsCarried(state, m.Entry.Name)));
        return found;
    }

    static bool IsCarried(DocumentState state, string name) => state.LastActors.Any(a => a.Name == name);

    static Authority Of(SentenceView s, AuthorityMention m) => new(m.Entry.Name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End);

    static void AddOnce(List<ActorCandidate> found, ActorCandidate candidate)
    {
        if (found.All(c => c.Authority.Name != candidate.Authority.Name)) found.Add(candidate);
    }
}
