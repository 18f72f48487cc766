using System.Globalization;
using System.Text;

namespace Extraction.Knowledge;

/// <summary>
/// What is left of a character after NFKD without combining marks, in lower case, as far as ASCII letters and digits are concerned.
/// A table of its own because .NET does not decompose in invariant mode.
/// </summary>
public sealed class Folding
{
    public static readonly Folding Table = new();

    private readonly Dictionary<int, string> _folded = [];

    private Folding()
    {
        using var stream = typeof(Folding).Assembly.GetManifestResourceStream("knowledge/folding.tsv")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split('\t');
            var first = int.Parse(cells[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var last = int.Parse(cells[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var point = first; point <= last; point++)
                _folded[point] = cells[2] == "-" ? "" : first == last ? cells[2] : ((char)(cells[2][0] + point - first)).ToString();
        }
    }

    public string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.IsAscii)
                folded.Append((char)(rune.Value is >= 'A' and <= 'Z' ? rune.Value + 32 : rune.Value));
            else if (_folded.TryGetValue(rune.Value, out var plain))
                folded.Append(plain);
            else
                folded.Append(rune.ToString());
        return folded.ToString();
    }
}
