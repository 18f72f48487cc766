using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>All figures of predictions against annotated documents. All articles of a document are measured together.</summary>
public sealed partial class EvaluationResult
{
    private EvaluationResult(ImmutableArray<DocumentResult> documents, int strays)
    {
        Documents = documents;
        Strays = strays;
        Fields = FieldScores.Of(documents);
        Calibration = Calibration.Of(documents);
    }

    [GeneratedRegex(@"[/\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();

    public ImmutableArray<DocumentResult> Documents { get; }

    /// <summary>Predictions of documents that the gold does not have: they are not measured.</summary>
    public int Strays { get; }

    /// <summary>Actor, action, status and target right.</summary>
    public Tally Core => Sum(d => d.CoreTally);

    /// <summary>Actor, action and target right, status free.</summary>
    public Tally Trio => Sum(d => d.TrioTally);

    /// <summary>Core, date and justification right.</summary>
    public Tally Full => Sum(d => d.FullTally);

    public FieldScores Fields { get; }

    /// <summary>Null where predictions have no confidence.</summary>
    public Calibration? Calibration { get; }

    /// <summary>Core F1 of each document that has or was given a record, averaged.</summary>
    public double DocumentMean => Documents.Select(d => d.CoreTally).Where(t => t.Gold + t.Predicted > 0).Select(t => t.F1).DefaultIfEmpty(0).Average();

    /// <summary>Documents without a record in the gold that were given one.</summary>
    public Share Irrelevant
    {
        get
        {
            var none = Documents.Where(d => d.Gold.IsEmpty).ToList();
            return new Share(none.Count(d => !d.Predictions.IsEmpty), none.Count);
        }
    }

    /// <summary>Core figures by a field's value: what is found by the gold's, what is wrong by the prediction's.</summary>
    public ImmutableSortedDictionary<string, Tally> CoreBy(Func<GoldRecord, string?> gold, Func<Prediction, string?> predicted)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        void Add(string? key, Tally tally) => tallies[key ?? "none"] = tallies.GetValueOrDefault(key ?? "none") + tally;
        foreach (var document in Documents)
        {
            // What is found counts under what it is, also where the program took it for something else: no more is found than said.
            var found = document.Counted.ToDictionary(pair => pair.Prediction, pair => gold(document.Gold[pair.Gold]));
            foreach (var key in found.Values)
                Add(key, new Tally(1, 0, 0));
            foreach (var record in document.Gold.Where(g => !g.Optional))
                Add(gold(record), new Tally(0, 0, 1));
            var free = document.Core.Where(p => document.Gold[p.Gold].Optional).Select(p => p.Prediction).ToHashSet();
            for (var i = 0; i < document.Predictions.Length; i++)
                if (!free.Contains(i))
                    Add(found.TryGetValue(i, out var key) ? key : predicted(document.Predictions[i]), new Tally(0, 1, 0));
        }

        return tallies.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>
    /// Sorts predictions to their documents and measures them. A prediction belongs to the document whose name its file name begins
    /// with, else to one whose name is anywhere in its document field; of several the longest name.
    /// </summary>
    public static EvaluationResult Of(ImmutableArray<CorpusDocument> gold, IEnumerable<Prediction> predictions)
    {
        var byDocument = gold.ToDictionary(d => d.Name, _ => ImmutableArray.CreateBuilder<Prediction>(), StringComparer.Ordinal);
        var names = gold.Select(d => d.Name).OrderByDescending(n => n.Length).ToArray();
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        var strays = 0;
        foreach (var prediction in predictions)
        {
            if (!known.TryGetValue(prediction.Document, out var name))
            {
                var file = Slash().Split(prediction.Document)[^1];
                name = Array.Find(names, n => file.StartsWith(n, StringComparison.Ordinal)) ?? Array.Find(names, n => prediction.Document.Contains(n, StringComparison.Ordinal));
                known.Add(prediction.Document, name);
            }

            if (name is null)
                strays++;
            else
                byDocument[name].Add(prediction);
        }

        return new EvaluationResult([.. gold.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new DocumentResult(d.Name, d.Records, byDocument[d.Name].ToImmutable()))], strays);
    }

    private Tally Sum(Func<DocumentResult, Tally> tally) => Documents.Aggregate(default(Tally), (sum, d) => sum + tally(d));
}
