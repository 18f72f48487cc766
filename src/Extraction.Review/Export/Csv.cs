using System.Globalization;
using System.Text;

namespace Extraction.Review.Export;

/// <summary>Tables for spreadsheets: RFC 4180, with text that a spreadsheet would take for a formula told apart.</summary>
static class Csv
{
    public static string Of(IEnumerable<IEnumerable<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            double number => number.ToString("0.####", CultureInfo.InvariantCulture),
            string word when word.Length > 0 && "=+-@\t\r".Contains(word[0], StringComparison.Ordinal) => "'" + word,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
