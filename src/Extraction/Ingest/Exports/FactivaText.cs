using System.Text;

namespace Extraction.Ingest;

/// <summary>
/// Factiva's export with field codes: two or three capitals at the beginning of a line open a field (HD headline, PD date, LP lead,
/// TD text, AN number), and what follows belongs to it until the next. An article begins at its first field and ends with AN, or where the next has its headline.
/// </summary>
static class FactivaText
{
    static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "DLN",
    };

    /// <summary>Whether the first fields of an article are all there.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 256 * 1024)];
        return HasField(head, "HD"u8) && HasField(head, "PD"u8) && HasField(head, "SN"u8) && (HasField(head, "LP"u8) || HasField(head, "TD"u8)) && HasField(head, "AN"u8);
    }

    /// <summary>The articles, in the order of the file.</summary>
    public static IReadOnlyList<ExportedArticle> Read(string text)
    {
        var articles = new List<ExportedArticle>();
        var fields = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? open = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd();
            if (CodeOf(line) is { } code)
            {
                if (fields.ContainsKey(code) && (code == "HD" || (code == "SE" && fields.ContainsKey("AN"))))
                {
                    Close(fields, articles);
                }

                fields[code] = open = new StringBuilder(line[code.Length..].Trim());
            }
            else
            {
                open?.Append('\n').Append(line);
            }
        }

        Close(fields, articles);
        return articles;
    }

    static void Close(Dictionary<string, StringBuilder> fields, List<ExportedArticle> articles)
    {
        if (fields.Count > 0 && (Field(fields, "HD") ?? Field(fields, "AN")) is not null)
        {
            var body = string.Join("\n\n", new[] { Field(fields, "HD"), Field(fields, "LP"), Field(fields, "TD") }.OfType<string>());
            var number = Field(fields, "AN")?.Split('\n')[0].Replace("Document", "", StringComparison.Ordinal).Trim();
            articles.Add(new(number, Field(fields, "HD")?.ReplaceLineEndings(" "), Field(fields, "PD"), body));
        }

        fields.Clear();
    }

    static string? Field(Dictionary<string, StringBuilder> fields, string code) =>
        fields.TryGetValue(code, out var value) && value.ToString().Trim() is { Length: > 0 } text ? text : null;

    static string? CodeOf(string line)
    {
        var end = 0;
        while (end < line.Length && end < 4 && char.IsAsciiLetterUpper(line[end]))
        {
            end++;
        }

        // After the code stand blanks or nothing; "IN THE NEWS" has one blank only.
        var isCode = end is 2 or 3 && (end == line.Length || line[end] == '\t' || (line[end] == ' ' && (end + 1 == line.Length || line[end + 1] == ' ')));
        return isCode && Codes.Contains(line[..end]) ? line[..end] : null;
    }

    static bool HasField(ReadOnlySpan<byte> text, ReadOnlySpan<byte> code)
    {
        for (var from = 0; text[from..].IndexOf(code) is var found and >= 0; from += found + 1)
        {
            var at = from + found;
            var after = text[(at + code.Length)..];
            var isPlain = (at == 0 || text[at - 1] is (byte)'\n' or 0xBF) && (after.StartsWith("  "u8) || after is [(byte)'\t' or (byte)'\r' or (byte)'\n', ..]);
            var isCell = at > 0 && text[at - 1] is (byte)'>' or (byte)' ' or (byte)'\n' && after.TrimStart(" \r\n"u8).StartsWith("</"u8);
            if (isPlain || isCell)
            {
                return true;
            }
        }

        return false;
    }
}
