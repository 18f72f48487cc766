using System.Text.Json;
using Extraction.Documents;
using Extraction.Record;
using Extraction.Review.Decisions;
using Extraction.Review.Export;
using Extraction.Review.Overview;
using Extraction.Review.Web;

namespace Extraction.Review.Tests;

sealed class DecisionTests
{
    string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("review-decisions-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Who_accepts_what_they_corrected_keeps_the_correction()
    {
        var options = Some.Files(folder, 1);
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, Verdict.Edit, 0, Some.Record(0) with { Target = "Council of Elders" });
            Decide(desk, Verdict.Accept, 0);
            Decide(desk, Verdict.Accept, 0);
            var (current, right) = desk.Look((items, ledger) => (ledger.Current(items[0].Record, "Anna"), OverviewBuilder.IsRight(items[0].Record, ledger.Verdict("id-000000")!)));
            Assert.That((current.Target, right), Is.EqualTo(("Council of Elders", false)));
        }

        Assert.That(Exported(options).Single().Target, Is.EqualTo("Council of Elders"));
    }

    [Test]
    public void What_is_accepted_after_its_correction_was_taken_back_is_the_extraction()
    {
        var options = Some.Files(folder, 1);
        using var desk = new ReviewDesk(options);
        var edit = Decide(desk, Verdict.Edit, 0, Some.Record(0) with { Target = "Council of Elders" });
        desk.Decide(new("undo", "Anna", Verdict.Undo, "id-000000", null, null, null, edit.Key));
        Decide(desk, Verdict.Accept, 0);
        Assert.That(Exported(options).Single().Target, Is.EqualTo(Some.Name(0)));
    }

    [Test]
    public void No_record_is_merged_into_one_that_does_not_stand()
    {
        var options = Some.Files(folder, 4);
        using var desk = new ReviewDesk(options);
        Decide(desk, Verdict.Merge, 0, other: 1);
        Decide(desk, Verdict.Reject, 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Decide(desk, Verdict.Merge, 1, other: 0), Throws.InstanceOf<DecisionException>(), "both would be gone");
            Assert.That(() => Decide(desk, Verdict.Merge, 3, other: 2), Throws.InstanceOf<DecisionException>(), "it was rejected");
            Assert.That(() => Decide(desk, Verdict.Merge, 1, other: 0, who: "Boris"), Throws.InstanceOf<DecisionException>(), "it leads back by what Anna decided");
            Assert.That(() => Decide(desk, Verdict.Merge, 3, other: 2, who: "Boris"), Throws.Nothing, "Boris did not reject it");
        }
    }

    [Test]
    public void A_second_correction_of_the_actor_has_its_own_code_and_the_extracted_actor_its_old_one()
    {
        var options = Some.Files(folder, 1);
        var extracted = Some.Record(0) with { ActorCode = "us-as-extracted" };
        Some.Write(options.Records, [RecordJson.Write(extracted)]);
        using var desk = new ReviewDesk(options);
        SanctionsRecord Edited(string actor) => Decide(desk, Verdict.Edit, 0, desk.Look((items, ledger) => ledger.Current(items[0].Record, "Anna")) with { Actor = actor }).Content!;
        Assert.That(((string[])["Japan", "Canada", "Somebody unheard of", extracted.Actor]).Select(actor => Edited(actor).ActorCode), Is.EqualTo(["JP", "CA", null, "us-as-extracted"]));
    }

    [Test]
    public void An_added_record_has_its_actor_s_code()
    {
        var options = Some.Files(folder, 1);
        var extracted = Some.Record(0) with { ActorCode = "us-as-extracted" };
        Some.Write(options.Records, [RecordJson.Write(extracted)]);
        using var desk = new ReviewDesk(options);
        string? Code(SanctionsRecord content) => Decide(desk, Verdict.Add, 0, content with { Target = "Ilmar Veskos" }).Content!.ActorCode;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(extracted with { Actor = "Japan", ActorCode = null }), Is.EqualTo("JP"), "typed");
            Assert.That(Code(extracted with { Actor = "Japan" }), Is.EqualTo("JP"), "split off, and its actor changed");
            Assert.That(Code(extracted), Is.EqualTo("us-as-extracted"), "split off");
        }
    }

    [Test]
    public void What_is_shown_of_a_record_does_not_change_while_it_is_sent()
    {
        var options = Some.Files(folder, 1);
        using var desk = new ReviewDesk(options);
        Decide(desk, Verdict.Accept, 0);
        var answer = new AnswerBuilder(desk).Record("id-000000", "Anna")!;
        Decide(desk, Verdict.Reject, 0);
        Assert.That(answer.Decisions.Select(d => d.What), Is.EqualTo([Verdict.Accept]));
    }

    [Test]
    public void A_reviewer_s_corrections_of_what_another_added_are_exported()
    {
        var options = Some.Files(folder, 1);
        using var desk = new ReviewDesk(options);
        var added = Decide(desk, Verdict.Add, 0, Some.Record(0) with { Target = "Ilmar Veskos" });
        Decide(desk, Verdict.Add, 0, Some.Record(0) with { Target = "Somebody whom Boris did not look at" });
        desk.Decide(new("edit", "Boris", Verdict.Edit, added.Record, null, Json(added.Content! with { Target = "Ilmar J. Veskos" }), null, null));
        Assert.That(Exported(options, "Boris").Select(r => r.Target), Is.EqualTo(["Ilmar J. Veskos"]));
    }

    [Test]
    public void A_clock_that_steps_back_does_not_put_an_undo_before_what_it_undoes()
    {
        var options = Some.Files(folder, 3);
        var (mine, hers) = (Path.Combine(folder, "mine.jsonl"), Path.Combine(folder, "hers.jsonl"));
        static string Line(string at, string who, string what, string key, string? undoes = null) =>
            $$"""{"at":"2026-01-01T{{at}}:00.000Z","who":"{{who}}","what":"{{what}}","record":"id-000000","key":"{{key}}"{{(undoes is null ? "" : $",\"undoes\":\"{undoes}\"")}}}""";
        Some.Write(mine, [Line("10:00", "Anna", "accept", "a"), Line("09:00", "Anna", "undo", "b", "a"), Line("09:01", "Anna", "reject", "c")]);
        Some.Write(hers, [Line("09:30", "Boris", "accept", "d"), Line("11:00", "Boris", "reject", "e")]);
        Assert.That(ReviewSet.Read(options.Records, [mine, hers], reviewer: null).Ledger.All.Select(d => d.Key), Is.EqualTo(["d", "a", "b", "c", "e"]));
    }

    [Test]
    public void A_folder_that_does_not_exist_is_no_other_review()
    {
        var options = Some.Files(folder, 1) with { Decisions = Path.Combine(folder, "nowhere", "d.jsonl") };
        Assert.That(() => new ReviewDesk(options), Throws.InstanceOf<IOException>().With.Message.Contains("nowhere").And.Message.Not.Contains("another review"));
    }

    static Decision Decide(ReviewDesk desk, string what, int record, SanctionsRecord? content = null, int? other = null, string who = "Anna") => desk.Decide(new(
        Guid.NewGuid().ToString("n"), who, what, $"id-{record:000000}", null, content is null ? null : Json(content), other is null ? null : $"id-{other:000000}", null));

    static JsonElement Json(SanctionsRecord record) => JsonDocument.Parse(RecordJson.Write(record)).RootElement;

    List<SanctionsRecord> Exported(ReviewOptions options, string? reviewer = null)
    {
        var path = Path.Combine(folder, "out.jsonl");
        ReviewExport.Run(new() { Records = options.Records, Out = path, Reviewer = reviewer }, TextWriter.Null);
        using var lines = new StreamReader(path);
        return [.. RecordJson.ReadLines(lines, path)];
    }
}
