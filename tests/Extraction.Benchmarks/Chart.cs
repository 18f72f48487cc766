using System.Globalization;
using System.Net;
using System.Text;

namespace Extraction.Benchmarks;

/// <summary>A page with charts in SVG, nothing from elsewhere.</summary>
sealed class Chart(string title)
{
    const int Width = 860;
    const int Left = 330;
    const int Height = 260;

    readonly StringBuilder page = new($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><style>body{{font:14px sans-serif;margin:2em;color:#222}}pre{{background:#f4f4f4;padding:1em;overflow:auto}}</style><h1>{title}</h1>");

    /// <summary>Bars with their values; with a line across each bar that may not be longer.</summary>
    public void Bars(string heading, string unit, IReadOnlyList<(string Name, double Value, double? Limit)> bars)
    {
        Head(heading);
        var most = bars.Max(bar => Math.Max(bar.Value, bar.Limit ?? 0));
        Add($"<svg width=\"{Width}\" height=\"{bars.Count * 30}\" font-size=\"13\" role=\"img\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var (name, value, limit) = bars[i];
            var colour = value > limit ? "#b33" : "#46a";
            Add($"<text x=\"0\" y=\"{(i * 30) + 19}\">{WebUtility.HtmlEncode(name)}</text><rect x=\"{Left}\" y=\"{(i * 30) + 4}\" width=\"{Span(value, most):F0}\" height=\"22\" fill=\"{colour}\"/><text x=\"{Left + 6 + Span(value, most):F0}\" y=\"{(i * 30) + 19}\">{value:0.00} {unit}</text>");
            if (limit is { } line)
            {
                Add($"<path d=\"M{Left + Span(line, most):F0} {i * 30}v30\" stroke=\"#222\" stroke-dasharray=\"3 2\"/><title>{line:0.00}</title>");
            }
        }

        page.Append("</svg>");
    }

    /// <summary>Points joined by lines, both axes from nothing.</summary>
    public void Lines(string heading, string across, string up, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> lines)
    {
        Head(heading);
        var (mostX, mostY) = (lines.Max(line => line.Points.Max(p => p.X)), 1.1 * lines.Max(line => line.Points.Max(p => p.Y)));
        double X(double x) => 60 + ((Width - 240) * x / mostX);
        double Y(double y) => Height - 30 - ((Height - 50) * y / mostY);
        Add($"<svg width=\"{Width}\" height=\"{Height}\" font-size=\"12\" role=\"img\"><path d=\"M60 10V{Height - 30}H{Width - 170}\" fill=\"none\" stroke=\"#888\"/><text x=\"60\" y=\"{Height - 4}\">{across}</text><text x=\"0\" y=\"10\">{up}</text>");
        string[] colours = ["#46a", "#b63", "#393"];
        for (var i = 0; i < lines.Count; i++)
        {
            Add($"<polyline fill=\"none\" stroke=\"{colours[i]}\" stroke-width=\"2\" points=\"");
            foreach (var (x, y) in lines[i].Points)
            {
                Add($"{X(x):F0},{Y(y):F0} ");
            }

            page.Append("\"/>");
            foreach (var (x, y) in lines[i].Points)
            {
                Add($"<circle cx=\"{X(x):F0}\" cy=\"{Y(y):F0}\" r=\"3\" fill=\"{colours[i]}\"/><text x=\"{X(x) + 5:F0}\" y=\"{Y(y) - 5:F0}\">{y:0.##}</text>");
            }

            Add($"<text x=\"{Width - 160}\" y=\"{20 + (i * 18)}\" fill=\"{colours[i]}\">{WebUtility.HtmlEncode(lines[i].Name)}</text>");
        }

        page.Append("</svg>");
    }

    public void Text(string heading, string text)
    {
        Head(heading);
        page.Append("<pre>").Append(WebUtility.HtmlEncode(text)).Append("</pre>");
    }

    public override string ToString() => page.ToString();

    static double Span(double value, double most) => (Width - Left - 90) * value / most;

    void Head(string heading) => Add($"<h2>{WebUtility.HtmlEncode(heading)}</h2>");

    void Add(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture));
}
