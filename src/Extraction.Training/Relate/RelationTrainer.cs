using Extraction.Learning;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate;
using Extraction.Relate.Accept;
using Extraction.Relate.Actors;
using Extraction.Relate.Anchors;
using Extraction.Relate.Dates;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Merge;
using Extraction.Relate.Reading;
using Extraction.Relate.Reasons;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;
using Extraction.Training.Relate.Reading;

namespace Extraction.Training.Relate;

/// <summary>Trains the models of Relate from annotated articles: the network that reads, and what decides about its records.</summary>
public sealed class RelationTrainer(RelateKnowledge knowledge, WordVectors vectors, Action<string> progress)
{
    /// <summary>How each task is fitted; chosen on the development split.</summary>
    static TrainingOptions OptionsOf(RelationTask task) => task switch
    {
        RelationTask.Reason => new(Bits: 18, Epochs: 4, L1: 0.5, Dropout: 0.15, Models: 3),
        _ => new(Bits: 18, Epochs: 8, L1: 0.3, LearningRate: 0.15, Dropout: 0.2, Models: 4),
    };

    /// <summary>Parts of the training split, each read by a network that has not seen it: what later steps learn from must look as it will when the program runs.</summary>
    const int Folds = 3;

    sealed record Case(DocumentView Document, ReadingLabels Labels, TrainingArticle Article);

    /// <param name="articles">The training split.</param>
    /// <param name="options">How the network is fitted.</param>
    /// <returns>The weights of the network, and the other models.</returns>
    public (byte[] Reading, RelationModels Relations) Train(IReadOnlyList<TrainingArticle> articles, ReadingOptions options)
    {
        var cases = articles.Select(AsCase).ToList();
        var examples = new ExampleStore(OptionsOf);
        for (var fold = 0; fold < Folds; fold++)
        {
            progress($"part {fold + 1} of {Folds}");
            var part = fold;
            var reader = new NetworkReader(ReadingModel.Read(SectionFile.Read(Fit(cases.Where((_, i) => i % Folds != part), options, _ => { })), vectors, "part"), new());
            foreach (var c in cases.Where((_, i) => i % Folds == part)) Collect(c, reader, examples);
        }

        var relations = new RelationModels(examples.Fit(progress), RelationModels.Name);
        return (Fit(cases, options, progress), relations);
    }

    Case AsCase(TrainingArticle article)
    {
        var document = new DocumentView(article.Document, knowledge);
        return new(document, ReadingAligner.Align(document, article.Records), article);
    }

    byte[] Fit(IEnumerable<Case> cases, ReadingOptions options, Action<string> tell) =>
        new ReadingTrainer(vectors, options).Train([.. cases.Select(c => (c.Document, c.Labels))], tell);

    static void Collect(Case c, NetworkReader reader, ExampleStore examples)
    {
        if (!Relevance.Matches(c.Article.Document.Text)) return;
        var reading = reader.Read(c.Document);
        var (stated, recordOf) = Stated(c, reader);
        var gold = new GoldJudge(recordOf, examples.Add);
        var dates = new DateChooser(gold, reading.Notes);
        var reasons = new ReasonChooser(gold, reading.Notes, new());
        foreach (var e in stated)
        {
            dates.Choose(c.Document, e);
            reasons.Choose(c.Document, e);
        }

        var found = EventMerger.Merge(c.Document, reading.Proposals);
        var judge = new GoldJudge(GoldMatch.Match(found, c.Article.Records), examples.Add);
        var features = new Features();
        foreach (var e in found)
        {
            AcceptFeatures.For(features, e, found);
            judge.Accept(e, features);
        }
    }

    /// <summary>The annotated records as the reader would have proposed them.</summary>
    static (List<MergedEvent> Events, Dictionary<MergedEvent, TrainingRecord> RecordOf) Stated(Case c, NetworkReader reader)
    {
        var records = c.Labels.Spans.ToDictionary(s => s.Span, s => s.Records);
        var proposals = new List<Proposal>();
        var source = new Dictionary<Proposal, TrainingRecord>(ReferenceEqualityComparer.Instance);
        foreach (var (span, anchor, target) in reader.Place(c.Document, [.. records.Keys]))
            foreach (var record in records[span].Where(r => !r.Optional))
            {
                var proposal = new Proposal(anchor, AuthorityOf(c.Document, span, record.Actor), record.Action, record.Status, target, target.Type, 1, 1, 1, 1);
                proposals.Add(proposal);
                source[proposal] = record;
            }

        var merged = EventMerger.Merge(c.Document, proposals);
        return (merged, merged.ToDictionary(m => m, m => source[m.Proposals[0]]));
    }

    static Authority AuthorityOf(DocumentView document, Span span, string name)
    {
        foreach (var s in document.Sentences.Where(s => s.Number <= span.Sentence.Number).Reverse())
            foreach (var m in s.Authorities)
                if (m.Entry.Name == name) return new(name, m.Entry.Code, m.Entry.Agency, s, m.First, m.End);
        return new(name, null, null, null, 0, 0);
    }
}
