using System.Text.Json.Nodes;
using Extraction.Training.Corpus;
using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

public class EvaluateTaskTests
{
    private readonly TempFolder _folder = new();
    private string _gold = "";
    private string _predictions = "";

    [SetUp]
    public void Write()
    {
        var (gold, predictions) = Cases.Mixed();
        _gold = _folder.Write("gold.jsonl", gold);
        _predictions = _folder.Write("records.jsonl", predictions);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    private (int Code, string Output) Run(Func<EvaluateOptions, EvaluateOptions>? change = null)
    {
        using var output = new StringWriter();
        var options = new EvaluateOptions { Gold = _gold, Predictions = _predictions };
        return (EvaluateTask.Run(change?.Invoke(options) ?? options, output), output.ToString());
    }

    [Test]
    public void Text_begins_with_the_main_figures() =>
        Assert.That(Run().Output, Does.StartWith("core F1 0.600 (P 0.500 R 0.750, 4 gold, 6 predicted) · trio F1 0.800 · date 0.667 · just 0.333 · full F1 0.200"));

    [Test]
    public void Misses_are_printed_when_asked_for()
    {
        Assert.That(Run(o => o with { Misses = true }).Output, Does.Contain("d1: MISSED Canada · ease · urged · Republic of Lesk"));
        Assert.That(Run().Output, Does.Not.Contain("MISSED"));
    }

    [Test]
    public void Json_has_every_measure()
    {
        var measures = JsonNode.Parse(Run(o => o with { Json = true }).Output)!["measures"]!.AsObject();
        Assert.That(measures.Select(m => m.Key), Is.EqualTo(Measure.All.Select(m => m.Name)));
        Assert.That((double)measures["core"]!, Is.EqualTo(0.6).Within(1e-12));
    }

    [Test]
    public void Less_sure_predictions_can_be_left_out() =>
        Assert.That(Run(o => o with { MinConfidence = 0.5 }).Output, Does.StartWith("core F1 0.857 (P 1.000 R 0.750"));

    [Test]
    public void The_page_stands_alone_and_draws_the_diagram()
    {
        var file = Path.Combine(_folder.Path, "report.html");
        Run(o => o with { Report = file });
        var page = File.ReadAllText(file);
        Assert.That(page, Does.Contain("<svg").And.Contain("Reliability diagram").And.Contain("MISSED Canada"));
        Assert.That(page, Does.Not.Contain("http").And.Not.Contain("<script"));
    }

    [Test]
    public void Predictions_can_be_made_on_the_spot() =>
        Assert.That(Run(o => o with { Predictions = null, Extract = documents => documents.SelectMany(d => d.Records.Select(r => new Prediction { Document = d.Name, Actor = r.Actor, Action = r.Action, Status = r.Status, Target = r.Target, Date = r.Date, Justification = r.Justification })) }).Output, Does.StartWith("core F1 1.000"));

    [Test]
    public void A_broken_line_is_named()
    {
        _folder.Write("records.jsonl", "{}\n{\n");
        Assert.That(() => Run(), Throws.TypeOf<CorpusException>().With.Message.Contains("records.jsonl:2"));
    }

    private string Floors => Path.Combine(_folder.Path, $"floors-{TestContext.CurrentContext.Test.Name}.json");

    [Test]
    public void Without_floors_the_ratchet_does_not_hold() => Assert.That(Run(o => o with { Floors = Floors }).Code, Is.EqualTo(1));

    [Test]
    public void Floors_that_are_reached_hold()
    {
        Run(o => o with { Floors = Floors, SetFloors = true });
        var (code, output) = Run(o => o with { Floors = Floors });
        Assert.That((code, output.TrimEnd().EndsWith("all floors of gold hold", StringComparison.Ordinal)), Is.EqualTo((0, true)), output);
    }

    [Test]
    public void A_figure_below_its_floor_is_named()
    {
        Run(o => o with { Floors = Floors, SetFloors = true, MinConfidence = 0.5 });
        var (code, output) = Run(o => o with { Floors = Floors });
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("core is 0.600, below its floor of 0.857").And.Contain("irrelevant_with_record is 1.000, above its ceiling of 0.000"));
    }

    [Test]
    public void A_floor_is_lowered_for_a_reason_only_and_the_reason_is_kept()
    {
        Run(o => o with { Floors = Floors, SetFloors = true, MinConfidence = 0.5 });
        Assert.That(() => Run(o => o with { Floors = Floors, SetFloors = true }), Throws.InvalidOperationException.With.Message.Contains("needs a reason"));
        Run(o => o with { Floors = Floors, SetFloors = true, LowerReason = "smaller model" });
        Assert.That(Ratchet.Read(Floors)["gold"].Lowered.Select(l => (l.Measure, l.Reason)), Has.Member(("core", "smaller model")));
    }

    [Test]
    public void A_changed_corpus_needs_its_floors_anew()
    {
        Run(o => o with { Floors = Floors, SetFloors = true });
        File.AppendAllText(_gold, "{\"doc\": \"d3\", \"records\": []}\n");
        var (code, output) = Run(o => o with { Floors = Floors });
        Assert.That((code, output.Contains("the corpus has changed", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public void A_comparison_tells_what_changed_record_by_record()
    {
        var (_, predictions) = Cases.Mixed();
        var newer = _folder.Write("new.jsonl", predictions.Replace("\"ease\",\"status\":\"actual\"", "\"ease\",\"status\":\"urged\"").Replace("\"Nobody\"", "\"Anybody\"").Replace("\"unsafe\"", "null"));
        using var output = new StringWriter();
        Assert.That(CompareTask.Run(_gold, _predictions, newer, output), Is.EqualTo(0));
        var lines = output.ToString();
        Assert.Multiple(() =>
        {
            Assert.That(lines, Does.Contain("d1: FOUND Canada · ease · urged · Republic of Lesk"));
            Assert.That(lines, Does.Contain("d1: justification MENDED European Union · lift · planned · Kavkaz Bank: none"));
            Assert.That(lines, Does.Contain("d1: GONE Russia · impose · actual · Nobody"));
            Assert.That(lines, Does.Contain("d1: SPURIOUS Russia · impose · actual · Anybody"));
            Assert.That(lines.TrimEnd(), Does.EndWith("FOUND 1 · GONE 2 · SPURIOUS 1 · justification MENDED 1"));
        });
    }

    [Test]
    public void A_fall_of_core_is_a_failure()
    {
        var newer = _folder.Write("new.jsonl", "");
        Assert.That(CompareTask.Run(_gold, _predictions, newer, TextWriter.Null), Is.EqualTo(1));
    }
}
