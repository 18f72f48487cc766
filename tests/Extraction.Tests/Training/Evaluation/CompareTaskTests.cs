using Extraction.Training.Evaluation;

namespace Extraction.Tests.Training.Evaluation;

public sealed class CompareTaskTests
{
    readonly TempFolder folder = new();
    string gold = "";
    string older = "";
    string newer = "";

    [OneTimeSetUp]
    public void Write()
    {
        var lost = Cases.Record("Canada", "impose", "actual", "Lost Trading", "2021");
        var found = Cases.Record("Japan", "lift", "actual", "Found Shipping", "2020-01");
        var kept = Cases.Record("Iran", "impose", "planned", "Kept Bank", "2019", "spying on people");
        var wrong = Cases.Record("Canada", "impose", "actual", "Nobody At All");
        gold = folder.Write("gold.jsonl", Cases.Gold(("d1", [lost, found, kept]), ("d2", [])));
        older = folder.Write("older.jsonl", Cases.Predictions(("d1.txt", [lost, kept.Copy().With("date", "2018")]), ("d2.txt", [wrong, wrong])));
        newer = folder.Write("newer.jsonl", Cases.Predictions(("d1.txt", [found, kept.Copy().With("justification", "something else entirely")]), ("d2.txt", [wrong, Cases.Record("Japan", "ease", "actual", "Somebody New")])));
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    static (int Code, string[] Lines) Compare(string gold, string older, string newer, Func<string, IEnumerable<Prediction>>? models = null)
    {
        using var output = new StringWriter();
        var code = CompareTask.Run(gold, older, newer, output, models is null ? null : (_, folder) => models(folder));
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public void Two_files_are_compared_record_by_record() => Assert.That(Compare(gold, older, newer).Lines[2..], Is.EqualTo([
        "d1: LOST Canada · impose · actual · Lost Trading",
        "d1: FOUND Japan · lift · actual · Found Shipping",
        "d1: date MENDED Iran · impose · planned · Kept Bank: 2019",
        "d1: justification BROKEN Iran · impose · planned · Kept Bank: something else entirely",
        "d2: GONE Canada · impose · actual · Nobody At All",
        "d2: SPURIOUS Japan · ease · actual · Somebody New",
        "FOUND 1 · GONE 1 · LOST 1 · SPURIOUS 1 · date MENDED 1 · justification BROKEN 1"]));

    [Test]
    public void The_figures_of_both_come_first() => Assert.That(Compare(gold, older, newer).Lines[..2].Select(l => l[..16]), Is.EqualTo(["before: core F1 ", "after:  core F1 "]));

    [Test]
    public void The_code_says_whether_it_got_worse()
    {
        var none = folder.Write("none.jsonl", "");
        Assert.That((Compare(gold, older, newer).Code, Compare(gold, older, none).Code, Compare(gold, none, older).Code), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public void The_same_file_shows_no_difference() => Assert.That(Compare(gold, older, older).Lines[^1], Is.EqualTo("no difference"));

    [Test]
    public void Two_models_folders_are_asked_for_their_records()
    {
        var (a, b) = (Directory.CreateDirectory(Path.Combine(folder.Path, "a")).FullName, Directory.CreateDirectory(Path.Combine(folder.Path, "b")).FullName);
        var compared = Compare(gold, a, b, models => Prediction.Read(models == a ? older : newer));
        Assert.That(compared.Lines, Is.EqualTo(Compare(gold, older, newer).Lines));
    }
}
