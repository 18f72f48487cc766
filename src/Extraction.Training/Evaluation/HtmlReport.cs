using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Extraction.Training.Evaluation;

/// <summary>An evaluation as one HTML page without anything from outside: figures, tables, the reliability diagram, the misses.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; }
        th, td { padding: .2rem .8rem; text-align: right; border-bottom: 1px solid #8884; }
        th:first-child, td:first-child { text-align: left; }
        .miss { font-variant-numeric: tabular-nums; }
        svg { max-width: 26rem; }
        svg text { font-size: 11px; fill: currentColor; }
        """;

    public static string Write(EvaluationResult result, string title)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Text(title)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Text(TextReport.Line(result))}</p>\n<h2>Figures</h2>\n<table>\n");
        foreach (var measure in Measure.All)
            if (measure.Of(result) is { } value)
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(measure.Name.Replace('_', ' '))}</td><td>{Figures.Three(value)}</td></tr>\n");
        page.Append("</table>\n");
        Table(page, "Status", result.CoreBy(g => g.Status, p => p.Status));
        Table(page, "Action", result.CoreBy(g => g.Action, p => p.Action));
        Table(page, "Target type", result.CoreBy(g => g.TargetType, p => p.TargetType));
        Table(page, "Actor", result.CoreBy(g => g.Actor, p => p.Actor));
        if (result.Calibration is { } calibration)
            Reliability(page, calibration);
        Documents(page, result.Documents);
        page.Append("</body>\n</html>\n");
        return page.ToString();
    }

    private static void Table(StringBuilder page, string field, ImmutableSortedDictionary<string, Tally> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Core by {Text(field.ToLowerInvariant())}</h2>\n<table>\n<tr><th>{Text(field)}</th><th>P</th><th>R</th><th>F1</th><th>gold</th><th>predicted</th></tr>\n");
        foreach (var (name, tally) in rows.OrderByDescending(r => r.Value.Gold).ThenBy(r => r.Key, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}</td><td>{Figures.Three(tally.Precision)}</td><td>{Figures.Three(tally.Recall)}</td><td>{Figures.Three(tally.F1)}</td><td>{tally.Gold}</td><td>{tally.Predicted}</td></tr>\n");
        page.Append("</table>\n");
    }

    private static void Reliability(StringBuilder page, Calibration calibration)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Confidence</h2>\n<p>Expected calibration error {Figures.Three(calibration.Error)}. Bars: the share that is right of all predictions with such a confidence; the line is where it should be; the dots are as large as there are many.</p>\n");
        page.Append(ReliabilityDiagram.Svg(calibration));
        page.Append("<table>\n<tr><th>at least</th><th>P</th><th>R</th><th>F1</th><th>kept</th></tr>\n");
        foreach (var row in calibration.Thresholds)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Least:F1}</td><td>{Figures.Three(row.Core.Precision)}</td><td>{Figures.Three(row.Core.Recall)}</td><td>{Figures.Three(row.Core.F1)}</td><td>{row.Core.Predicted}</td></tr>\n");
        page.Append("</table>\n");
    }

    private static void Documents(StringBuilder page, ImmutableArray<DocumentResult> documents)
    {
        page.Append("<h2>Misses</h2>\n");
        foreach (var document in documents)
        {
            var misses = document.Misses().ToList();
            if (misses.Count == 0)
                continue;
            page.Append(CultureInfo.InvariantCulture, $"<details><summary>{Text(document.Name)}: core F1 {Figures.Three(document.CoreTally.F1)}, {misses.Count} misses</summary>\n<ul class=\"miss\">\n");
            foreach (var miss in misses)
                page.Append(CultureInfo.InvariantCulture, $"<li>{Text(miss.ToString()[(document.Name.Length + 2)..])}</li>\n");
            page.Append("</ul></details>\n");
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
