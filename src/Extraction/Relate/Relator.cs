using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Accept;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Measures;
using Extraction.Relate.Merge;
using Extraction.Relate.Reasons;
using Extraction.Relate.Roles;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate;

/// <summary>
/// From an annotated article to its sanctions events. The way, top to bottom: the reader proposes (anchor, actor, act,
/// status, target), the merger brings the places of one record together, then each record gets its date, its reason, its
/// role, its measures and objectives. Every learned decision is a question to the <see cref="Judge"/>.
/// </summary>
public sealed class Relator(IRelationScorer scorer, RelateKnowledge knowledge, RelateOptions options)
{
    /// <summary>Name and version of the models.</summary>
    public string Version => scorer.Version;

    public DocumentEvents Relate(AnnotatedDocument annotated)
    {
        if (!Relevance.Matches(annotated.Text)) return new(annotated.Article, []);
        var judge = new ModelJudge(scorer, second: true);
        var document = new DocumentView(annotated, knowledge);
        var proposals = ReadTwice(document, judge);
        var merged = EventMerger.Merge(document, proposals);
        Weigh(merged, judge);
        return Complete(document, judge, merged.FindAll(e => e.Confidence >= options.MinConfidence));
    }

    List<Proposal> ReadTwice(DocumentView document, Judge judge)
    {
        var first = new ArticleReader(new ModelJudge(scorer, second: false), options).Read(document, FirstReading.None);
        return first.Count == 0 ? first : new ArticleReader(judge, options).Read(document, new(first));
    }

    static void Weigh(List<MergedEvent> merged, Judge judge)
    {
        var features = new Features();
        foreach (var e in merged)
        {
            AcceptFeatures.For(features, e, merged);
            e.Confidence = judge.Accept(e, features);
        }
    }

    DocumentEvents Complete(DocumentView document, Judge judge, List<MergedEvent> merged)
    {
        var dates = new DateChooser(judge);
        var reasons = new ReasonChooser(judge, options);
        var events = ImmutableArray.CreateBuilder<SanctionEvent>(merged.Count);
        foreach (var e in merged)
        {
            var words = new EventWords(document, e);
            var reason = reasons.Choose(document, e);
            events.Add(new(
                words.Actor,
                e.Action,
                e.Status,
                words.Action,
                TargetNames.Display(e.Target),
                words.Target,
                e.TargetType,
                RoleFinder.Find(e.Target),
                dates.Choose(document, e),
                reason,
                TopicTagger.Measures.Tag(words.EvidenceText),
                reason is null ? [] : TopicTagger.Objectives.Tag(reason.Text),
                words.Evidence,
                0,
                Math.Round(e.Confidence, 3)));
        }

        return new(document.Document.Article, events.ToImmutable());
    }
}
