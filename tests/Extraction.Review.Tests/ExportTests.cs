using Extraction.Record;
using Extraction.Review.Decisions;
using Extraction.Review.Export;
using Extraction.Training.Corpus;
using Extraction.Training.Loop;

namespace Extraction.Review.Tests;

sealed class ExportTests
{
    string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("review-export-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Kappa_is_Cohen_s()
    {
        // The textbook's table: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no. Observed 0.7, by chance 0.5.
        (bool, bool)[] ratings = [.. Enumerable.Repeat((true, true), 20), .. Enumerable.Repeat((true, false), 5), .. Enumerable.Repeat((false, true), 10), .. Enumerable.Repeat((false, false), 15)];
        Assert.That(AgreementTable.Kappa(ratings), Is.EqualTo(0.4).Within(1e-9));
    }

    [Test]
    public void Kappa_of_two_who_always_say_yes_is_not_known() => Assert.That(AgreementTable.Kappa([(true, true), (true, true)]), Is.Null);

    [Test]
    public void What_holds_after_review_is_written_in_all_three_forms()
    {
        var options = Some.Files(folder, 4);
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, "Anna", Verdict.Accept, 0);
            Decide(desk, "Anna", Verdict.Edit, 1, RecordJson.Write(Some.Record(1) with { Target = "Council of Elders", TargetText = "Council of Elders" }));
            Decide(desk, "Anna", Verdict.Reject, 2);
            Decide(desk, "Boris", Verdict.Accept, 0);
            Decide(desk, "Boris", Verdict.Accept, 2);
            Decide(desk, "Boris", Verdict.Reject, 2);
        }

        var report = new StringWriter();
        ReviewExport.Run(new() { Records = options.Records, Articles = options.Articles, Out = Path.Combine(folder, "out.jsonl"), Corpus = Path.Combine(folder, "corpus"), Agreement = Path.Combine(folder, "agreement.csv") }, report);
        using var lines = new StreamReader(Path.Combine(folder, "out.jsonl"));
        var corpus = CorpusReader.Read(Path.Combine(folder, "corpus"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RecordJson.ReadLines(lines, "out").Select(r => r.Target), Is.EqualTo([Some.Name(0), "Council of Elders"]));
            Assert.That(corpus.SelectMany(d => d.Records).Select(r => r.Target), Is.EqualTo([Some.Name(0), "Council of Elders"]));
            Assert.That(corpus, Has.Length.EqualTo(3), "a wholly rejected article teaches too; one that nobody reviewed does not");
            Assert.That(File.ReadAllLines(Path.Combine(folder, "agreement.csv"))[1], Is.EqualTo("Anna,Boris,2,1,1,1,1,1"));
            Assert.That(report.ToString(), Does.Contain("2 records hold, 1 do not, 1 are not reviewed"));
        }
    }

    [Test]
    public void A_record_of_another_act_leaves_its_event()
    {
        var options = Some.Files(folder, 2);
        var other = Some.Record(0).Status == "urged" ? "actual" : "urged";
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, "Anna", Verdict.Edit, 0, RecordJson.Write(Some.Record(0) with { Status = other, Actor = "Japan" }));
            Decide(desk, "Anna", Verdict.Accept, 1);
        }

        ReviewExport.Run(new() { Records = options.Records, Out = Path.Combine(folder, "out.jsonl") }, TextWriter.Null);
        using var lines = new StreamReader(Path.Combine(folder, "out.jsonl"));
        var records = RecordJson.ReadLines(lines, "out").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(records[0].EventId, Does.StartWith("edited-"), "databases hold actor, action and status once for each event");
            Assert.That(records[0].ActorCode, Is.EqualTo("JP"));
            Assert.That(records[1].EventId, Is.EqualTo(Some.Record(1).EventId));
        }
    }

    [Test]
    public void What_was_reviewed_is_not_written_over()
    {
        var options = Some.Files(folder, 1);
        using (var desk = new ReviewDesk(options)) Decide(desk, "Anna", Verdict.Reject, 0);
        var before = File.ReadAllText(options.Records);
        Assert.That(() => ReviewExport.Run(new() { Records = options.Records, Out = options.Records }, TextWriter.Null), Throws.InstanceOf<IOException>());
        Assert.That(() => ReviewExport.Run(new() { Records = options.Records, Agreement = options.Records }, TextWriter.Null), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(options.Records), Is.EqualTo(before));
    }

    [Test]
    public void Two_outputs_are_not_written_to_one_file()
    {
        var options = Some.Files(folder, 1);
        var path = Path.Combine(folder, "same.csv");
        Assert.That(() => ReviewExport.Run(new() { Records = options.Records, Out = path, Agreement = path }, TextWriter.Null), Throws.InstanceOf<IOException>().With.Message.Contains("same.csv would be written twice"));
        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public void Where_reviewers_differ_the_table_says_how_much_and_in_what()
    {
        // Of four records both let 0 stand, and 1 with another target; 2 stands for Boris alone, 3 for nobody; Anna adds one.
        var options = Some.Files(folder, 4);
        using (var desk = new ReviewDesk(options))
        {
            foreach (var (record, anna, boris) in ((int, string, string)[])[(0, Verdict.Accept, Verdict.Accept), (2, Verdict.Reject, Verdict.Accept), (3, Verdict.Reject, Verdict.Reject)])
            {
                Decide(desk, "Anna", anna, record);
                Decide(desk, "Boris", boris, record);
            }

            Decide(desk, "Anna", Verdict.Accept, 1);
            Decide(desk, "Boris", Verdict.Edit, 1, RecordJson.Write(Some.Record(1) with { Target = "Council of Elders" }));
            Decide(desk, "Anna", Verdict.Add, 0, RecordJson.Write(Some.Record(0) with { Target = "Ilmar Veskos" }));
        }

        var path = Path.Combine(folder, "agreement.csv");
        ReviewExport.Run(new() { Records = options.Records, Agreement = path }, TextWriter.Null);
        using (Assert.EnterMultipleScope())
        {
            // Verdicts: 3 of 4 the same; by chance 2/4·3/4 + 2/4·1/4 = 1/2, so kappa is 1/2. Records: Anna has 3, Boris 3, one is shared.
            Assert.That(File.ReadAllLines(path)[1], Is.EqualTo("Anna,Boris,4,0.75,0.5,0.3333,1,1"));
            Assert.That(File.ReadAllLines(Path.ChangeExtension(path, ".differences.csv"))[1..], Is.EqualTo([
                $"id-000001,story-000001.txt,target,Anna,{Some.Name(1)},Boris,Council of Elders",
                "id-000002,story-000002.txt,verdict,Anna,reject,Boris,accept"]));
        }
    }

    [Test]
    public void Reviewed_articles_go_beside_the_records_and_say_how_much_of_them_is_known()
    {
        // Records 0 and 2 stand in one article, 0 and 3 in the same sentence of it.
        var options = Some.Files(folder, 2);
        var (third, fourth) = (Some.Record(2, document: 0), Some.Record(0) with { Id = "id-000003", Target = "Somebody Else" });
        third = third with { Evidence = [new("Officials said", 150, 200)] };
        Some.Write(options.Records, [RecordJson.Write(Some.Record(0)), RecordJson.Write(Some.Record(1)), RecordJson.Write(third), RecordJson.Write(fourth)]);
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, "Anna", Verdict.Accept, 0);
            Decide(desk, "Anna", Verdict.Reject, 1);
            Decide(desk, "Anna", Verdict.Reject, 2);
        }

        var path = Path.Combine(folder, "reviewed.jsonl");
        ReviewExport.Run(new() { Records = options.Records, Articles = options.Articles, Out = path }, TextWriter.Null);
        var read = ReviewedReader.Read([path]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(a => (a.Line.DocumentId, a.Line.Whole, a.Records.Length)), Is.EqualTo([("story-000000.txt", false, 1), ("story-000001.txt", true, 0)]));
            Assert.That(read[0].Line.Reviewed.Select(r => (r[0], r[1])), Is.EqualTo([(150, 200)]), "nobody decided on the fourth, which the first sentence states too");
        }
    }

    [Test]
    public void A_record_that_another_is_merged_into_takes_its_evidence_until_that_is_taken_back()
    {
        var options = Some.Files(folder, 2);
        var second = Some.Record(1, document: 0) with { Evidence = [new("Officials said so too.", 180, 202)] };
        Some.Write(options.Records, [RecordJson.Write(Some.Record(0)), RecordJson.Write(second)]);
        string[] Evidence()
        {
            var path = Path.Combine(folder, "out.jsonl");
            ReviewExport.Run(new() { Records = options.Records, Out = path }, TextWriter.Null);
            using var lines = new StreamReader(path);
            return [.. RecordJson.ReadLines(lines, "out").Single().Evidence.Select(e => e.Text)];
        }

        using var desk = new ReviewDesk(options);
        Decide(desk, "Anna", Verdict.Accept, 0);
        var merge = desk.Decide(new("merge", "Anna", Verdict.Merge, "id-000001", null, null, "id-000000", null));
        Assert.That(Evidence(), Is.EqualTo([Some.Record(0).Evidence[0].Text, "Officials said so too."]));
        desk.Decide(new("undo", "Anna", Verdict.Undo, "id-000001", null, null, null, merge.Key));
        Assert.That(Evidence(), Is.EqualTo([Some.Record(0).Evidence[0].Text]));
    }

    [Test]
    public void Two_records_merged_into_each_other_do_not_go_round_for_ever()
    {
        var options = Some.Files(folder, 2);
        Some.Write(options.DecisionsOrDefault, [
            """{"at":"2026-01-01T10:00:00.000Z","who":"Anna","what":"merge","record":"id-000000","other":"id-000001","key":"a"}""",
            """{"at":"2026-01-01T10:00:01.000Z","who":"Anna","what":"merge","record":"id-000001","other":"id-000000","key":"b"}"""]);
        using var desk = new ReviewDesk(options);
        Assert.That(desk.Look((items, ledger) => ledger.Current(items[0].Record).Evidence.Length), Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public void A_line_that_was_cut_off_is_passed_over_and_later_lines_are_read()
    {
        var options = Some.Files(folder, 2);
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, "Anna", Verdict.Accept, 0);
        }

        File.AppendAllText(options.DecisionsOrDefault, "{\"at\":\"2026-0");
        using (var desk = new ReviewDesk(options))
        {
            Decide(desk, "Anna", Verdict.Reject, 1);
        }

        var (decisions, broken) = DecisionFile.Read(options.DecisionsOrDefault);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(decisions.Select(d => d.What), Is.EqualTo(["accept", "reject"]));
            Assert.That(broken, Is.EqualTo([2]));
        }
    }

    [Test]
    public void A_decision_sent_twice_is_stored_once()
    {
        var options = Some.Files(folder, 1);
        using var desk = new ReviewDesk(options);
        desk.Decide(new("same", "Anna", Verdict.Accept, "id-000000", null, null, null, null));
        desk.Decide(new("same", "Anna", Verdict.Accept, "id-000000", null, null, null, null));
        Assert.That(DecisionFile.Read(options.DecisionsOrDefault).Decisions, Has.Count.EqualTo(1));
    }

    [Test]
    public void Nobody_takes_back_what_another_decided()
    {
        var options = Some.Files(folder, 1);
        using var desk = new ReviewDesk(options);
        desk.Decide(new("a", "Anna", Verdict.Accept, "id-000000", null, null, null, null));
        Assert.That(() => desk.Decide(new("b", "Boris", Verdict.Undo, "id-000000", null, null, null, "a")), Throws.InstanceOf<DecisionException>());
    }

    static void Decide(ReviewDesk desk, string who, string what, int record, string? content = null) => desk.Decide(new(
        Guid.NewGuid().ToString("n"), who, what, $"id-{record:000000}", null, content is null ? null : System.Text.Json.JsonDocument.Parse(content).RootElement, null, null));
}
