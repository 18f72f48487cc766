using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

/// <summary>Our figures and those of an independent scorer in Python, on the same files.</summary>
public class ReferenceScoreTests
{
    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "reference_score.py");

    private static string? Reference(string gold, string predictions)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [Script(), gold, predictions]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8, Environment = { ["PYTHONIOENCODING"] = "utf-8" } })!;
            var line = python.StandardOutput.ReadToEnd().Trim();
            python.WaitForExit();
            return line;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void AssertSame(string gold, string predictions)
    {
        using var folder = new TempFolder();
        var (goldFile, predictionFile) = (folder.Write("gold.jsonl", gold), folder.Write("records.jsonl", predictions));
        var reference = Reference(goldFile, predictionFile);
        if (reference is null)
            Assert.Ignore("python3 is not here");
        Assert.That(TextReport.Line(EvaluateTask.Evaluate(goldFile, predictionFile)), Is.EqualTo(reference));
    }

    [Test]
    public void A_mixed_case() => AssertSame(Cases.Mixed().Gold, Cases.Mixed().Predictions);

    [Test]
    public void Nothing_at_all() => AssertSame(Cases.Gold(("d", [])), "");

    [TestCase("Ayatollah Ali Khamenei’s", "Ali Khamenei", "person")]
    [TestCase("Khamenei", "Ali Khamenei", "person")]
    [TestCase("Khamenei", "Ali Khamenei", "organization")]
    [TestCase("Société Générale de l’Étang", "Societe Generale de l'Etang", "organization")]
    [TestCase("Łódź Bank", "Lodz Bank", "organization")]
    [TestCase("ﬁrst № ① ½ İstanbul", "first no 1 1 2 istanbul", "organization")]
    [TestCase("Iran’s oil's x", "iran oil x", "sector")]
    [TestCase("银行 of China", "China", "organization")]
    [TestCase("Жук's Bank", "Bank", "organization")]
    [TestCase("the President", "President", "person")]
    [TestCase("", "Bank", "organization")]
    [TestCase("Hᾳlios Ⅷ Ltd", "halios viii ltd", "organization")]
    [TestCase("𝐁𝐚𝐧𝐤 one", "bank one", "organization")]
    [TestCase("a‍b c", "ab c", "organization")]
    public void Names_of_all_kinds(string said, string wanted, string type) =>
        AssertSame(Cases.Gold(("d", [Cases.Record("Iran", "impose", "actual", wanted, null, null, type)])), Cases.Predictions(("d.txt", [Cases.Record("IRAN", "impose", "actual", said, null, null, type)])));

    [TestCase("the U.S.A.")]
    [TestCase("The Republic of Korea")]
    [TestCase("G-7")]
    [TestCase("Türkiye")]
    [TestCase("Democratic People’s Republic of Korea")]
    public void Actors_of_all_kinds(string said)
    {
        var gold = new[] { "United States", "South Korea", "Group of Seven", "Turkey", "North Korea" }.Select(a => Cases.Record(a, "impose", "actual", "Bank")).ToArray();
        AssertSame(Cases.Gold(("d", gold)), Cases.Predictions(("d.txt", [Cases.Record(said, "impose", "actual", "Bank")])));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public void Many_records_shaken(int seed)
    {
        var random = new Random(seed);
        T Any<T>(params T[] of) => of[random.Next(of.Length)];
        JsonObject Some() => Cases.Record(
            Any("United States", "US", "European Union", "EU", "the United Kingdom", "Britain"),
            Any("impose", "lift"),
            Any("actual", "planned"),
            Any("Pavel Orlin", "Orlin", "Gen. Pavel A. Orlin", "Kavkaz Bank", "Bank of Kavkaz", "Kavkaz Oil Bank", "three tankers", "four tankers", "tankers"),
            Any(null, "2022", "2022-03-04"),
            Any(null, "", "supplying drones", "supplying drones to the army", "carrying oil for the army"),
            Any("person", "organization", "group")).With("optional", Any(true, false, false)).With("date_alternatives", Any<JsonNode?>(null, new JsonArray("2022"), new JsonArray((JsonNode?)null)));
        (string, JsonObject[])[] gold = [.. Enumerable.Range(0, 12).Select(d => ($"doc{d}", Enumerable.Range(0, random.Next(9)).Select(_ => Some()).ToArray()))];
        (string, JsonObject[])[] predictions = [.. Enumerable.Range(0, 13).Select(d => ($"in/doc{d}_x.txt", Enumerable.Range(0, random.Next(9)).Select(_ => Some()).ToArray()))];
        AssertSame(Cases.Gold(gold), Cases.Predictions(predictions));
    }
}
