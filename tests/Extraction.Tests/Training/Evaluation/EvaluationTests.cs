using System.Text.Json.Nodes;
using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

public class EvaluationTests
{
    private static EvaluationResult Mixed()
    {
        var (gold, predictions) = Cases.Mixed();
        return Cases.Evaluate(gold, predictions);
    }

    [Test]
    public void Core_counts_what_is_not_optional() => Assert.That(Mixed().Core, Is.EqualTo(new Tally(3, 6, 4)));

    [Test]
    public void Trio_leaves_the_status_free() => Assert.That(Mixed().Trio, Is.EqualTo(new Tally(4, 6, 4)));

    [Test]
    public void Full_wants_date_and_justification_too() => Assert.That(Mixed().Full, Is.EqualTo(new Tally(1, 6, 4)));

    [Test]
    public void Dates_and_justifications_are_shares_of_core_matches()
    {
        var fields = Mixed().Fields;
        Assert.That((fields.Date, fields.Justification), Is.EqualTo((new Share(2, 3), new Share(1, 3))));
    }

    [Test]
    public void Fields_are_measured_on_matched_targets() =>
        Assert.That((Mixed().Fields.Actor, Mixed().Fields.Status), Is.EqualTo((new Share(4, 4), new Share(3, 4))));

    [Test]
    public void The_document_mean_leaves_out_empty_documents_that_stayed_empty()
    {
        // d1: 2 of 4 predicted and 3 in the gold: 4/7; d10: 1; d2: 0.
        Assert.That(Mixed().DocumentMean, Is.EqualTo(((4.0 / 7) + 1 + 0) / 3).Within(1e-12));
    }

    [Test]
    public void A_record_with_another_type_of_target_counts_under_the_right_one()
    {
        var tanker = Cases.Record("Canada", "impose", "actual", "tanker Lund", type: "vessel");
        var result = Cases.Evaluate(Cases.Gold(("d1", [tanker])), Cases.Predictions(("d1.txt", [tanker.Copy().With("target_type", "person")])));
        Assert.That(result.CoreBy(g => g.TargetType, p => p.TargetType), Is.EquivalentTo(new Dictionary<string, Tally> { ["vessel"] = new(1, 1, 1) }));
    }

    [Test]
    public void Articles_without_a_record_that_got_one_are_counted() => Assert.That(Mixed().Irrelevant, Is.EqualTo(new Share(1, 1)));

    [Test]
    public void Predictions_of_unknown_documents_are_named_not_measured() => Assert.That(Mixed().Strays, Is.EqualTo(1));

    [Test]
    public void Misses_say_what_was_said_and_wanted() => Assert.That(Mixed().Documents.SelectMany(d => d.Misses()).Select(m => m.ToString()), Is.EquivalentTo(new[]
    {
        "d1: DATE three tankers: \"2021\" for \"2022\"",
        "d1: JUST the Kavkaz Bank: \"unsafe\" for none",
        "d1: MISSED Canada · ease · urged · Republic of Lesk",
        "d1: SPURIOUS Canada · ease · actual · Lesk",
        "d1: SPURIOUS Russia · impose · actual · Nobody",
        "d10: DATE Pavel Orlin: none for \"2022-03-04\"",
        "d10: JUST Pavel Orlin: none for \"supplying drones to the army\"",
        "d2: SPURIOUS Iran · impose · actual · Someone Else",
    }));

    [Test]
    public void One_prediction_fills_one_gold_record()
    {
        var record = Cases.Record("Iran", "impose", "actual", "Azar Bank");
        var result = Cases.Evaluate(Cases.Gold(("d", [record, record])), Cases.Predictions(("d.txt", [record, record, record])));
        Assert.That(result.Core, Is.EqualTo(new Tally(2, 3, 2)));
    }

    [Test]
    public void Measures_and_objectives_count_one_by_one()
    {
        var gold = Cases.Record("Iran", "impose", "actual", "Azar Bank").With("measures", new JsonArray("asset_freeze", "travel_ban"));
        var said = Cases.Record("Iran", "impose", "actual", "Azar Bank").With("measures", new JsonArray("asset_freeze", "other", "sectoral"));
        Assert.That(Cases.Evaluate(Cases.Gold(("d", [gold])), Cases.Predictions(("d.txt", [said]))).Fields.Measures, Is.EqualTo(new Tally(1, 3, 2)));
    }

    [TestCase("US Treasury", "Department of the Treasury", true)]
    [TestCase("UN Security Council", "Security Council", true)]
    [TestCase(null, null, true)]
    [TestCase(null, "Department of State", false)]
    [TestCase("Harbour Board of Lesk", "harbour board of Lesk", true)]
    public void Agencies_are_the_same_by_any_name(string? said, string? wanted, bool same)
    {
        var gold = Cases.Record("Iran", "impose", "actual", "Azar Bank").With("actor_agency", wanted);
        var prediction = Cases.Record("Iran", "impose", "actual", "Azar Bank").With("actor_agency", said);
        Assert.That(Cases.Evaluate(Cases.Gold(("d", [gold])), Cases.Predictions(("d.txt", [prediction]))).Fields.ActorAgency.Right, Is.EqualTo(same ? 1 : 0));
    }

    [Test]
    public void Breakdowns_add_up_to_the_core()
    {
        var byStatus = Mixed().CoreBy(g => g.Status, p => p.Status);
        Assert.That(byStatus.Values.Aggregate(default(Tally), (a, b) => a + b), Is.EqualTo(Mixed().Core));
        Assert.That(byStatus["urged"], Is.EqualTo(new Tally(0, 0, 1)));
    }

    [Test]
    public void The_calibration_error_weighs_bins_by_count()
    {
        var calibration = Mixed().Calibration!;

        // Right: 0.95, 0.6, 0.9; wrong: 0.4, 0.2, 0.3; 0.7 matched an optional record.
        var expected = ((2 * Math.Abs(1 - 0.925)) + (1 * (1 - 0.6)) + 0.4 + 0.2 + 0.3) / 6;
        Assert.That(calibration.Error, Is.EqualTo(expected).Within(1e-12));
        Assert.That(calibration.Bins.Sum(b => b.Count), Is.EqualTo(6));
        Assert.That(calibration.Thresholds[5].Core, Is.EqualTo(new Tally(3, 3, 4)));
    }

    [TestCase(0.8125, "0.812")]
    [TestCase(0.1875, "0.188")]
    [TestCase(2.0 / 3, "0.667")]
    [TestCase(0.0005, "0.001")]
    [TestCase(1, "1.000")]
    public void Figures_are_rounded_as_python_rounds(double value, string text) => Assert.That(Figures.Three(value), Is.EqualTo(text));
}
