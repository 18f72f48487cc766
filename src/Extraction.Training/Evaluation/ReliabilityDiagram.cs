using System.Globalization;
using System.Text;

namespace Extraction.Training.Evaluation;

/// <summary>Reliability diagram (DeGroot and Fienberg 1983) as SVG: confidence to the right, share right upwards.</summary>
internal static class ReliabilityDiagram
{
    private const int Size = 300;

    private const int Margin = 34;

    public static string Svg(Calibration calibration)
    {
        var svg = new StringBuilder();
        var all = Size + Margin + 10;
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {all} {all}\" role=\"img\" aria-label=\"Reliability diagram\">\n");
        for (var tick = 0; tick <= 10; tick += 2)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Margin}\" x2=\"{Margin + Size}\" y1=\"{Y(tick / 10.0)}\" y2=\"{Y(tick / 10.0)}\" stroke=\"currentColor\" stroke-opacity=\".15\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin - 6}\" y=\"{Y(tick / 10.0) + 4}\" text-anchor=\"end\">{tick / 10.0:F1}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(tick / 10.0)}\" y=\"{Size + 22}\" text-anchor=\"middle\">{tick / 10.0:F1}</text>\n");
        }

        var most = calibration.Bins.Max(b => b.Count);
        foreach (var bin in calibration.Bins)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{X(bin.From) + 1}\" y=\"{Y(bin.Right)}\" width=\"{(Size / 10) - 2}\" height=\"{Y(0) - Y(bin.Right)}\" fill=\"#4477aa\" fill-opacity=\".55\"><title>{bin.Count} predictions, mean confidence {bin.Confidence:F3}, right {bin.Right:F3}</title></rect>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(bin.Confidence)}\" cy=\"{Y(bin.Right)}\" r=\"{2 + (6 * Math.Sqrt((double)bin.Count / most)):F1}\" fill=\"#cc6677\"/>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(1)}\" y2=\"{Y(1)}\" stroke=\"currentColor\" stroke-dasharray=\"4 3\"/>\n</svg>\n");
        return svg.ToString();
    }

    private static double X(double share) => Math.Round(Margin + (share * Size), 1);

    private static double Y(double share) => Math.Round(10 + ((1 - share) * (Size - 4)), 1);
}
