using System.Collections.Immutable;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>A document with its predictions matched to its gold records in the three ways that are measured.</summary>
public sealed class DocumentResult
{
    public DocumentResult(string name, ImmutableArray<GoldRecord> gold, ImmutableArray<Prediction> predictions)
    {
        Name = name;
        Gold = gold;
        Predictions = predictions;
        Core = Matching.Match(predictions, gold, (p, g) => Comparing.SameActor(p, g) && p.Action == g.Action && p.Status == g.Status);
        Trio = Matching.Match(predictions, gold, (p, g) => Comparing.SameActor(p, g) && p.Action == g.Action);
        Targets = Matching.Match(predictions, gold, (_, _) => true, (p, g) => (Comparing.SameActor(p, g) ? 0.04 : 0) + (p.Action == g.Action ? 0.03 : 0) + (p.Status == g.Status ? 0.03 : 0));
    }

    public string Name { get; }

    public ImmutableArray<GoldRecord> Gold { get; }

    public ImmutableArray<Prediction> Predictions { get; }

    /// <summary>Actor, action, status and target right; optional gold records among them.</summary>
    public ImmutableArray<Pair> Core { get; }

    /// <summary>Actor, action and target right.</summary>
    public ImmutableArray<Pair> Trio { get; }

    /// <summary>Target right, whatever the rest: what the accuracy of the other fields is measured on.</summary>
    public ImmutableArray<Pair> Targets { get; }

    /// <summary>Core matches that count.</summary>
    public IEnumerable<Pair> Counted => Core.Where(p => !Gold[p.Gold].Optional);

    public Tally CoreTally => TallyOf(Core, _ => true);

    public Tally TrioTally => TallyOf(Trio, _ => true);

    public Tally FullTally => TallyOf(Core, p => SameDate(p) && SameJustification(p));

    public bool SameDate(Pair pair) => Comparing.SameDate(Predictions[pair.Prediction], Gold[pair.Gold]);

    public bool SameJustification(Pair pair) => Comparing.SameJustification(Predictions[pair.Prediction], Gold[pair.Gold]);

    /// <summary>What went wrong, in reading order.</summary>
    public IEnumerable<Miss> Misses()
    {
        foreach (var pair in Core)
        {
            var (said, wanted) = (Predictions[pair.Prediction], Gold[pair.Gold]);
            if (!SameDate(pair))
                yield return new Miss(Name, MissKind.Date, said.Target ?? "", said.Date, wanted.Date);
            if (!SameJustification(pair))
                yield return new Miss(Name, MissKind.Justification, said.Target ?? "", said.Justification, wanted.Justification);
        }

        var found = Core.Select(p => p.Gold).ToHashSet();
        for (var j = 0; j < Gold.Length; j++)
            if (!found.Contains(j) && !Gold[j].Optional)
                yield return new Miss(Name, MissKind.Missed, $"{Gold[j].Actor} · {Gold[j].Action} · {Gold[j].Status} · {Gold[j].Target}", null, null);
        var used = Core.Select(p => p.Prediction).ToHashSet();
        for (var i = 0; i < Predictions.Length; i++)
            if (!used.Contains(i))
                yield return new Miss(Name, MissKind.Spurious, $"{Predictions[i].Actor} · {Predictions[i].Action} · {Predictions[i].Status} · {Predictions[i].Target}", null, null);
    }

    /// <summary>A prediction that matched an optional record counts neither way.</summary>
    private Tally TallyOf(ImmutableArray<Pair> pairs, Func<Pair, bool> right)
    {
        var free = pairs.Count(p => Gold[p.Gold].Optional);
        return new Tally(pairs.Count(p => !Gold[p.Gold].Optional && right(p)), Predictions.Length - free, Gold.Count(g => !g.Optional));
    }
}
