using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Training.Relate;

/// <summary>Which nominals of a sentence name the targets of some records: one best nominal a record; near ones are no examples.</summary>
public sealed class TargetAlignment
{
    const double Same = 0.66;
    readonly Dictionary<(int, int), TrainingRecord> best = [];
    readonly HashSet<(int, int)> near = [];

    public TargetAlignment(SentenceView s, IReadOnlyList<TrainingRecord> records)
    {
        var nominals = NominalFinder.Find(s);
        foreach (var record in records.OrderBy(r => r.Optional))
        {
            Nominal? winner = null;
            var top = Same;
            foreach (var n in nominals)
            {
                if (n.Kind == NominalKind.Anaphor) continue;
                var score = Score(n, record);
                if (score >= 0.5) near.Add((n.First, n.End));
                if (score < top || (score == top && winner is not null) || best.ContainsKey((n.First, n.End))) continue;
                (winner, top) = (n, score);
            }

            if (winner is null)
            {
                var pronouns = nominals.Where(n => n.Kind == NominalKind.Anaphor && MayMean(n, record)).ToList();
                foreach (var p in pronouns) near.Add((p.First, p.End));
                if (pronouns.Count == 1) winner = pronouns[0];
            }

            if (winner is not null) best.TryAdd((winner.First, winner.End), record);
        }
    }

    /// <summary>The record whose target this nominal names best, or null.</summary>
    public TrainingRecord? RecordOf(Nominal n) => best.GetValueOrDefault((n.First, n.End));

    /// <summary>True where the nominal nearly names a target that another nominal names better.</summary>
    public bool IsNear(Nominal n) => near.Contains((n.First, n.End)) && !best.ContainsKey((n.First, n.End));

    static double Score(Nominal n, TrainingRecord record)
    {
        var name = TargetNames.Display(n);
        var score = 0.0;
        foreach (var gold in record.TargetNames) score = Math.Max(score, Similarity.Target(name, gold, record.TargetType));
        return score;
    }

    static bool MayMean(Nominal n, TrainingRecord record) => n.Sentence.Lemma(n.First) switch
    {
        "he" or "she" or "him" or "her" => record.TargetType == "person",
        "it" => record.TargetType is "organization" or "country" or "vessel",
        _ => record.TargetType == "group",
    };
}
