using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Relate.Anchors;
using Extraction.Relate.Merge;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate;

/// <summary>The words of the article that fill the fields of a record.</summary>
sealed class EventWords
{
    readonly string text;

    public EventWords(DocumentView document, MergedEvent e)
    {
        text = document.Text;
        var best = e.Best;
        Target = Of(e.Target.Range);
        Action = Of(ActionRange(best.Anchor));
        Evidence = [.. e.Proposals.Select(p => p.Anchor.Sentence).DistinctBy(s => s.Number).OrderBy(s => s.Number).Select(s => s.Sentence.Range)];
        var speaking = e.Proposals.Select(p => p.Actor).FirstOrDefault(a => a.Agency is not null) ?? best.Actor;
        var words = best.Actor.Range is { } range ? Of(range) : null;
        Actor = new(e.Actor.Name, e.Actor.Code, speaking.Agency, words);
    }

    public ActorFiller Actor { get; }

    public Filler Action { get; }

    public Filler Target { get; }

    public ImmutableArray<TextRange> Evidence { get; }

    /// <summary>The trigger with its verb and what stands between, if that is short: "slapped sanctions".</summary>
    static TextRange ActionRange(Anchor a)
    {
        var s = a.Sentence;
        var (first, end) = (Math.Min(a.Token, a.Predicate), Math.Max(a.Token, a.Predicate) + 1);
        return end - first <= 6 && !a.IsContinuation ? s.RangeOf(first, end) : s.RangeOf(a.Token, a.Token + 1);
    }

    Filler Of(TextRange range) => new(range, TargetNames.Clean(range.Of(text)));
}
