using System.Globalization;
using System.Text;

namespace Extraction.Sinks.Files;

/// <summary>
/// Lines of CSV by RFC 4180 that a spreadsheet cannot take for commands: words that begin like a formula get an apostrophe before
/// them, as OWASP advises, and control characters become spaces, so that a line of the file is a row.
/// </summary>
static class CsvLine
{
    // Full-width forms too: some spreadsheets fold them. A tab or line break at the start goes with the control characters.
    const string FormulaStarts = "=+-@|%＝＋－＠";

    public static void Write(Stream stream, IEnumerable<object?> values)
    {
        var line = string.Join(',', values.Select(Field)) + "\r\n";
        stream.Write(Encoding.UTF8.GetBytes(line));
    }

    static string Field(object? value) => value switch
    {
        null => "",
        string words => Quoted(Safe(words)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted(Safe($"{value}")),
    };

    internal static string Safe(string words)
    {
        var clean = string.Create(words.Length, words, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        });
        var first = clean.AsSpan().TrimStart();
        return first.Length > 0 && FormulaStarts.Contains(first[0], StringComparison.Ordinal) ? "'" + clean : clean;
    }

    static string Quoted(string words) =>
        words.AsSpan().IndexOfAny(",\"") >= 0 || words.StartsWith(' ') || words.EndsWith(' ') ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
}
