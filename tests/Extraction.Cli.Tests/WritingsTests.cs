using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Extraction.Cli.Tests;

/// <summary>The same articles in other writing, as archives have them: the records must stay. What was measured is in corpus/EXPERIMENTS.md.</summary>
[TestFixture]
public sealed partial class WritingsTests
{
    const int MostArticles = 45;
    const string Plain = "plain";

    static readonly Dictionary<string, Func<string[], string>> Writings = new()
    {
        [Plain] = paragraphs => string.Join("\n\n", paragraphs),
        ["entities"] = paragraphs => Entities(string.Join("\n\n", paragraphs)),
        ["links"] = paragraphs => Name().Replace(string.Join("\n\n", paragraphs), name => $"[{name.Value}](https://example.org/{name.Index})"),
        ["stars"] = paragraphs => Name().Replace(string.Join("\n\n", paragraphs), name => $"**{name.Value}**"),
        ["soft hyphens"] = paragraphs => LongWord().Replace(string.Join("\n\n", paragraphs), word => $"{word.Value[..3]}\u00AD{word.Value[3..]}"),
        ["quoted"] = paragraphs => string.Join("\n>\n", paragraphs.Select(paragraph => "> " + paragraph)),
        ["header"] = paragraphs => $"---\nlayout: post\ntitle: \"{paragraphs[0].Replace('"', '\'')}\"\nauthor: Jane Doe\n---\n\n{string.Join("\n\n", paragraphs[1..])}",
        ["lines of 40"] = paragraphs => string.Join("\n\n", paragraphs.Select(paragraph => string.Join('\n', Lines(paragraph, 40, false)))),
        ["double spaced"] = paragraphs => string.Join("\n\n", paragraphs.SelectMany(paragraph => Lines(paragraph, 78, false))),
        ["divided words"] = paragraphs => string.Join("\n\n", paragraphs.Select(paragraph => string.Join('\n', Lines(paragraph, 60, true)))),
    };

    readonly Dictionary<string, HashSet<string>> records = [];

    [OneTimeSetUp]
    public async Task ReadAll()
    {
        using var box = new Sandbox();
        foreach (var (document, paragraphs) in Articles())
        {
            foreach (var (writing, write) in Writings)
                box.Write($"in/{writing}/{document}", write(paragraphs));
        }

        var run = await box.Run("run", "in", "--out", "records.jsonl", "--no-copies", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        foreach (var writing in Writings.Keys) records[writing] = [];
        foreach (var record in box.Json("records.jsonl"))
        {
            var path = ((string)record["document_id"]!).Split('/');
            records[path[^2]].Add(string.Join(" | ", path[^1], record["actor"], record["action"], record["status"], Key((string)record["target"]!)));
        }
    }

    [TestCase("entities", 0.97)]
    [TestCase("links", 0.95)]
    [TestCase("stars", 0.95)]
    [TestCase("soft hyphens", 0.97)]
    [TestCase("quoted", 0.97)]
    [TestCase("header", 0.93)]
    [TestCase("lines of 40", 0.89)]
    [TestCase("double spaced", 0.89)]
    [TestCase("divided words", 0.89)]
    public void Records_stay(string writing, double least)
    {
        var expected = records[Plain];
        Assert.That(expected, Has.Count.GreaterThan(300));
        Assert.That((double)expected.Count(records[writing].Contains) / expected.Count, Is.GreaterThanOrEqualTo(least), () => string.Join('\n', expected.Except(records[writing])));
    }

    /// <summary>Development articles in plain text with two acts or more, a paragraph a line.</summary>
    static IEnumerable<(string Document, string[] Paragraphs)> Articles() =>
        (from gold in Directory.GetFiles(Sandbox.Repository("corpus", "dev"), "*.gold.json").Order(StringComparer.Ordinal)
         let text = gold.Replace(".gold.json", ".txt", StringComparison.Ordinal)
         where File.Exists(text) && JsonNode.Parse(File.ReadAllText(gold))!.AsArray().Count >= 2
         select (Path.GetFileName(text), BlankLine().Split(File.ReadAllText(text).Trim()).Select(paragraph => Gap().Replace(paragraph.Trim(), " ")).ToArray())).Take(MostArticles);

    static string Entities(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("“", "&ldquo;", StringComparison.Ordinal).Replace("”", "&rdquo;", StringComparison.Ordinal).Replace("’", "&rsquo;", StringComparison.Ordinal).Replace("é", "&eacute;", StringComparison.Ordinal);

    static IEnumerable<string> Lines(string paragraph, int column, bool divides)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + 1 + word.Length <= column)
            {
                line = line.Length == 0 ? word : $"{line} {word}";
                continue;
            }

            var half = divides && word.Length > 7 && word.All(char.IsAsciiLetter) ? word.Length / 2 : 0;
            yield return half > 0 ? $"{line} {word[..half]}-" : line;
            line = word[half..];
        }

        yield return line;
    }

    static string Key(string target) => Other().Replace(target.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"\b[A-Z][a-z]+ [A-Z][a-z]+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b[A-Za-z]{7,}\b")]
    private static partial Regex LongWord();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[^\p{L}\d]+")]
    private static partial Regex Other();
}
