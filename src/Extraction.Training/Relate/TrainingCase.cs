using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Accept;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Measures;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Training.Relate.Reading;

namespace Extraction.Training.Relate;

/// <summary>An annotated article as the models learn from it.</summary>
/// <param name="Document">The article as Relate looks at it.</param>
/// <param name="Labels">Its annotation, in place.</param>
/// <param name="Article">What they were made of.</param>
public sealed record TrainingCase(DocumentView Document, ReadingLabels Labels, TrainingArticle Article)
{
    public static TrainingCase Of(TrainingArticle article, RelateKnowledge knowledge)
    {
        var document = new DocumentView(article.Document, knowledge);
        return new(document, ReadingAligner.Align(document, article.Records), article);
    }

    /// <summary>Walks as the program does, answers from gold, and keeps every question.</summary>
    /// <param name="reader">A network that has not seen this article.</param>
    /// <param name="examples">Where the questions go.</param>
    public void Collect(NetworkReader reader, ExampleStore examples)
    {
        if (!Relevance.Matches(Article.Document.Text) || !English.Is(Article.Document.Text)) return;
        var reading = reader.Read(Document);
        CollectFillers(reader, reading, examples);
        var found = Relator.Merged(Document, reading.Proposals);
        var judge = new GoldJudge(GoldMatch.Match(found, Article.Records), examples.Add);
        var features = new Features();
        var all = new AcceptContext(found);
        foreach (var e in found)
        {
            AcceptFeatures.For(features, e, all);
            judge.Accept(e, features);
        }

        examples.NextArticle();
    }

    void CollectFillers(NetworkReader reader, ArticleReading reading, ExampleStore examples)
    {
        var (stated, recordOf) = Stated(reader);
        var gold = new GoldJudge(recordOf, examples.Add);
        var votes = new ActVotes(stated);
        var dates = new DateChooser(gold, reading.Notes, votes);
        var reasons = new ReasonChooser(gold, reading.Notes, votes);
        var topics = new TopicChooser(gold);
        foreach (var e in stated)
        {
            dates.Choose(Document, e);
            examples.Close(RelationTask.Date);
            var reason = reasons.Choose(Document, e);
            examples.Close(RelationTask.Reason);
            topics.Measures(Document, e);
            topics.Objectives(Document, e, reason);
        }
    }

    /// <summary>The annotated records as the reader would have proposed them.</summary>
    public (List<MergedEvent> Events, Dictionary<MergedEvent, TrainingRecord> RecordOf) Stated(NetworkReader reader)
    {
        var records = Labels.Spans.ToDictionary(s => s.Span, s => s.Records);
        var proposals = new List<Proposal>();
        var source = new Dictionary<Proposal, TrainingRecord>(ReferenceEqualityComparer.Instance);
        foreach (var (span, anchor, target, reasons, dates) in reader.Place(Document, [.. records.Keys]))
            foreach (var record in records[span].Where(r => !r.Optional))
            {
                var proposal = new Proposal(anchor, AuthorityOf(Document, span, record.Actor), record.Action, record.Status, target, target.Type, 1, 1, 1, 1, Reasons: reasons, Dates: dates);
                proposals.Add(proposal);
                source[proposal] = record;
            }

        var merged = EventMerger.Merge(Document, proposals);
        foreach (var e in merged) e.Confidence = 1;
        return (merged, merged.ToDictionary(m => m, m => source[m.Proposals.Find(p => p.Target.Sentence.Kind != BlockKind.Title) ?? m.Proposals[0]]));
    }

    static Authority AuthorityOf(DocumentView document, Span span, string name)
    {
        foreach (var s in document.Sentences.Where(s => s.Number <= span.Sentence.Number).Reverse())
            foreach (var m in s.Authorities)
                if (m.Entry.StandsFor(name)) return new(name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End);
        return new(name, null, null, null, 0, 0);
    }
}
