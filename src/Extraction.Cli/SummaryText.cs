using System.Globalization;
using System.Text;
using Extraction.Emit;

namespace Extraction.Cli;

/// <summary>The few lines that a run ends with.</summary>
static class SummaryText
{
    public static string Of(RunCounts counts)
    {
        var text = new StringBuilder();
        var rate = counts.Read / Math.Max(counts.Elapsed.TotalSeconds, 0.001);
        Line(text, "Documents", $"{counts.Read:N0} read in {counts.Elapsed.TotalSeconds:N1} s ({rate:N0} a second)");
        Line(text, "Articles", $"{counts.Articles:N0} found");
        Line(text, "Finished", $"{counts.Finished:N0}");
        Table(text, "Skipped", counts.Skipped);
        Table(text, "Failed", counts.Failed);
        var lost = counts.Issues.Where(issue => !counts.Failed.ContainsKey(issue.Key)).ToDictionary();
        if (lost.Count > 0)
        {
            Table(text, "Other issues", lost);
        }

        Table(text, "Records", counts.Records);
        return text.ToString();
    }

    static void Table(StringBuilder text, string name, IReadOnlyCollection<KeyValuePair<string, long>> counts)
    {
        var parts = counts.Select(count => $"{count.Key} {count.Value.ToString("N0", CultureInfo.InvariantCulture)}").ToList();
        var total = counts.Sum(count => count.Value).ToString("N0", CultureInfo.InvariantCulture);
        Line(text, name, parts.Count == 0 ? total : $"{total}: {string.Join(", ", parts)}");
    }

    static void Line(StringBuilder text, string name, FormattableString value) => Line(text, name, FormattableString.Invariant(value));

    static void Line(StringBuilder text, string name, string value) => text.Append(name.PadRight(13)).AppendLine(value);
}
