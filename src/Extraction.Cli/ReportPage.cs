using System.Globalization;
using System.Net;
using System.Text;

namespace Extraction.Cli;

/// <summary>A run's report as one page that needs nothing else: bars drawn as SVG, no script.</summary>
static class ReportPage
{
    const int Bars = 30;

    public static string Of(RunReport report)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Extraction: run report</title><style>body{font:15px sans-serif;max-width:60em;margin:2em auto;padding:0 1em}h2{margin-top:2em}text{font:13px sans-serif}</style></head><body>\n<h1>Run report</h1>\n");
        var megabytes = report.StoredBytes / 1048576.0;
        page.Append(CultureInfo.InvariantCulture, $"<p>{report.Documents:N0} documents and {megabytes:N1} MB of input in {report.Seconds:N1} s: {report.Articles:N0} articles, {report.Records.Values.Sum():N0} records.</p>\n<p>Input: {Html(string.Join(", ", report.Inputs))}</p>\n");
        var came = new Dictionary<string, double> { ["finished"] = report.Finished, ["skipped"] = report.Skipped.Values.Sum(), ["failed"] = report.Failed.Values.Sum() };
        Chart(page, "What came in", came, "N0");
        Chart(page, "Skipped, and why", Numbers(report.Skipped), "N0");
        Chart(page, "Failed, and why", Numbers(report.Failed), "N0");
        Chart(page, "Issues", Numbers(report.Issues), "N0");
        Chart(page, "Records by act and status", Numbers(report.Records), "N0");
        Chart(page, "Records by month of the act", Numbers(report.Months), "N0");
        Chart(page, "Records by sender", Numbers(report.Actors.OrderByDescending(actor => actor.Value)), "N0");
        Chart(page, "Time by room, seconds over all workers", report.Rooms, "N2");
        Chart(page, "Slowest documents, seconds", report.Slowest, "N3");
        return page.Append("</body></html>\n").ToString();
    }

    static IEnumerable<KeyValuePair<string, double>> Numbers(IEnumerable<KeyValuePair<string, long>> counts) => counts.Select(count => KeyValuePair.Create(count.Key, (double)count.Value));

    static void Chart(StringBuilder page, string title, IEnumerable<KeyValuePair<string, double>> values, string format)
    {
        var all = values.ToList();
        var bars = all.Take(Bars).ToList();
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n");
        if (bars.Count == 0)
        {
            page.Append("<p>None.</p>\n");
            return;
        }

        var most = Math.Max(bars.Max(bar => bar.Value), 1e-9);
        page.Append(CultureInfo.InvariantCulture, $"<svg width=\"820\" height=\"{bars.Count * 24}\" role=\"img\" aria-label=\"{title}\">\n");
        foreach (var (bar, row) in bars.Select((bar, row) => (bar, row)))
        {
            var width = 380 * bar.Value / most;
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"300\" y=\"{(row * 24) + 16}\" text-anchor=\"end\">{Html(Short(bar.Key))}</text><rect x=\"308\" y=\"{(row * 24) + 3}\" width=\"{width:F1}\" height=\"18\" fill=\"#3b6ea5\"/><text x=\"{314 + width:F1}\" y=\"{(row * 24) + 16}\">{bar.Value.ToString(format, CultureInfo.InvariantCulture)}</text>\n");
        }

        page.Append("</svg>\n");
        if (all.Count > Bars)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>… and {all.Count - Bars} more, in the JSON file beside this page.</p>\n");
        }
    }

    static string Short(string words) => words.Length <= 44 ? words : words[..20] + "…" + words[^22..];

    static string Html(string words) => WebUtility.HtmlEncode(words);
}
