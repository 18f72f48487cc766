using System.Collections.Immutable;
using System.Globalization;

namespace Extraction.Training.Evaluation;

/// <summary>An evaluation as text for a terminal.</summary>
public static class TextReport
{
    public static void Write(EvaluationResult result, TextWriter output)
    {
        output.WriteLine(Line(result));
        output.WriteLine();
        var fields = result.Fields;
        output.WriteLine("on matched targets: actor {0} · action {1} · status {2}   ({3} targets)", Figures.Three(fields.Actor.Value), Figures.Three(fields.Action.Value), Figures.Three(fields.Status.Value), fields.Actor.Of);
        output.WriteLine("on core matches: measures F1 {0} · objectives F1 {1} · target_type {2} · target_role {3} · actor_agency {4}", Figures.Three(fields.Measures.F1), Figures.Three(fields.Objectives.F1), Figures.Three(fields.TargetType.Value), Figures.Three(fields.TargetRole.Value), Figures.Three(fields.ActorAgency.Value));
        output.WriteLine("mean core F1 of a document {0} · documents without a record that were given one {1} of {2} ({3})", Figures.Three(result.DocumentMean), result.Irrelevant.Right, result.Irrelevant.Of, Figures.Percent(result.Irrelevant.Value));
        if (result.Strays > 0)
            output.WriteLine("{0} predictions belong to no document of the gold and were not measured", result.Strays);
        output.WriteLine();
        Table("status", result.CoreBy(g => g.Status, p => p.Status), output);
        Table("action", result.CoreBy(g => g.Action, p => p.Action), output);
        Table("target_type", result.CoreBy(g => g.TargetType, p => p.TargetType), output);
        if (result.Calibration is { } calibration)
            Write(calibration, output);
    }

    /// <summary>The main figures in one line.</summary>
    public static string Line(EvaluationResult result) =>
        $"core F1 {Figures.Three(result.Core.F1)} (P {Figures.Three(result.Core.Precision)} R {Figures.Three(result.Core.Recall)}, {result.Core.Gold} gold, {result.Core.Predicted} predicted) · "
        + $"trio F1 {Figures.Three(result.Trio.F1)} · date {Figures.Three(result.Fields.Date.Value)} · just {Figures.Three(result.Fields.Justification.Value)} · full F1 {Figures.Three(result.Full.F1)}";

    private static void Table(string field, ImmutableSortedDictionary<string, Tally> rows, TextWriter output)
    {
        output.WriteLine("{0,-14}{1,8}{2,8}{3,8}{4,8}{5,11}", field, "P", "R", "F1", "gold", "predicted");
        foreach (var (name, tally) in rows)
            output.WriteLine("{0,-14}{1,8}{2,8}{3,8}{4,8}{5,11}", name, Figures.Three(tally.Precision), Figures.Three(tally.Recall), Figures.Three(tally.F1), tally.Gold, tally.Predicted);
        output.WriteLine();
    }

    private static void Write(Calibration calibration, TextWriter output)
    {
        output.WriteLine("expected calibration error {0}", Figures.Three(calibration.Error));
        output.WriteLine("{0,-14}{1,8}{2,12}{3,8}", "confidence", "count", "mean", "right");
        foreach (var bin in calibration.Bins)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bin.From:F1} to {bin.From + 0.1,-7:F1}{bin.Count,8}{Figures.Three(bin.Confidence),12}{Figures.Three(bin.Right),8}"));
        output.WriteLine();
        output.WriteLine("{0,-14}{1,8}{2,8}{3,8}", "at least", "P", "R", "F1");
        foreach (var row in calibration.Thresholds)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Least,-14:F1}{Figures.Three(row.Core.Precision),8}{Figures.Three(row.Core.Recall),8}{Figures.Three(row.Core.F1),8}"));
    }
}
