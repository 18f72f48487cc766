using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Extraction.Clean;
using Extraction.Documents;

namespace Extraction.Training.Clean;

/// <summary>How well bodies of pages were found, counted in snippets.</summary>
/// <param name="Pages">Pages scored.</param>
/// <param name="Kept">Snippets of the article that the cleaned text has.</param>
/// <param name="Lost">Snippets of the article that it lacks.</param>
/// <param name="Intruded">Snippets of the surroundings that it has.</param>
/// <param name="KeptOut">Snippets of the surroundings that it lacks.</param>
/// <param name="Seconds">Time that cleaning took, reading not counted.</param>
/// <param name="Bytes">Bytes of the pages.</param>
/// <param name="SlowestSeconds">Time of the slowest page but the first ten, which warm up.</param>
/// <param name="Slowest">File of that page.</param>
public sealed record BodyScore(int Pages, int Kept, int Lost, int Intruded, int KeptOut, double Seconds, long Bytes, double SlowestSeconds, string Slowest)
{
    public double Precision => Kept / (double)Math.Max(1, Kept + Intruded);

    public double Recall => Kept / (double)Math.Max(1, Kept + Lost);

    public double F1 => 2.0 * Kept / Math.Max(1, 2 * Kept + Intruded + Lost);
}

/// <summary>
/// Scores body extraction on real pages against snippets that must be in the text and snippets that must not, counted as
/// trafilatura's evaluation counts them (white space collapsed, substring). The pages are other people's: they are read from where
/// the caller keeps them and are no part of this repository.
/// </summary>
public static partial class BodyScorer
{
    /// <param name="gold">JSON: address → <c>file</c>, <c>with</c>, <c>without</c>.</param>
    /// <param name="folders">Folders that are searched for the files, in order.</param>
    /// <param name="misses">Takes a line for every snippet that is wrong, or null.</param>
    /// <exception cref="FileNotFoundException">A page of the gold is in no folder.</exception>
    public static BodyScore Score(string gold, IReadOnlyList<string> folders, Action<string>? misses = null)
    {
        using var stream = File.OpenRead(gold);
        using var json = JsonDocument.Parse(stream);
        var cleaner = new Cleaner(new CleanOptions(), new Silence());
        var score = new BodyScore(0, 0, 0, 0, 0, 0, 0, 0, "");
        foreach (var entry in json.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
            score = Add(score, cleaner, entry.Value, folders, misses);
        return score;
    }

    private static BodyScore Add(BodyScore score, Cleaner cleaner, JsonElement entry, IReadOnlyList<string> folders, Action<string>? misses)
    {
        var file = entry.GetProperty("file").GetString()!;
        var path = folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists) ?? throw new FileNotFoundException($"{file} is in none of the folders", file);
        var bytes = File.ReadAllBytes(path);
        var clock = Stopwatch.StartNew();
        var text = Collapsed(Text(cleaner, new RawDocument(file, bytes, BodyFormat.Html, null, SourceHints.None)));
        var seconds = clock.Elapsed.TotalSeconds;
        var (kept, lost) = Count(text, entry.GetProperty("with"), wrong: false, snippet => misses?.Invoke($"{file}\tlost\t{snippet}"));
        var (intruded, keptOut) = Count(text, entry.GetProperty("without"), wrong: true, snippet => misses?.Invoke($"{file}\tintruded\t{snippet}"));
        var isSlowest = score.Pages >= 10 && seconds > score.SlowestSeconds;
        return new BodyScore(
            score.Pages + 1, score.Kept + kept, score.Lost + lost, score.Intruded + intruded, score.KeptOut + keptOut, score.Seconds + seconds,
            score.Bytes + bytes.Length, isSlowest ? seconds : score.SlowestSeconds, isSlowest ? file : score.Slowest);
    }

    private static string Text(Cleaner cleaner, RawDocument document)
    {
        try
        {
            return string.Join('\n', cleaner.Clean(document).Select(article => article.Text));
        }
        catch (DocumentException)
        {
            return "";
        }
    }

    private static (int Found, int Missing) Count(string text, JsonElement snippets, bool wrong, Action<string> report)
    {
        var found = 0;
        foreach (var snippet in snippets.EnumerateArray().Select(element => Collapsed(element.GetString()!)))
        {
            var isThere = text.Contains(snippet, StringComparison.Ordinal);
            found += isThere ? 1 : 0;
            if (isThere == wrong)
                report(snippet);
        }
        return (found, snippets.GetArrayLength() - found);
    }

    private static string Collapsed(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed class Silence : IIssueLog
    {
        public void Report(Issue issue)
        {
        }
    }
}
