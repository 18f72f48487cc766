using System.Globalization;

namespace Extraction.Training.Evaluation;

/// <summary>The figures of two evaluations beside each other.</summary>
public static class SideBySide
{
    public static void Write(EvaluationResult before, EvaluationResult after, TextWriter output)
    {
        output.WriteLine("{0,-24}{1,10}{2,10}{3,10}", "", "previous", "new", "change");
        foreach (var measure in Measure.All)
        {
            var (old, now) = (measure.Of(before), measure.Of(after));
            var change = old is { } a && now is { } b ? (b - a).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) : "-";
            output.WriteLine("{0,-24}{1,10}{2,10}{3,10}", measure.Name, Show(old), Show(now), change);
        }
    }

    static string Show(double? value) => value is { } v ? Figures.Three(v) : "-";
}
