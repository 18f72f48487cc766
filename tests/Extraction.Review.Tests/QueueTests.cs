using System.Text.Json;
using Extraction.Documents;
using Extraction.Record;
using Extraction.Review.Decisions;
using Extraction.Review.Queue;

namespace Extraction.Review.Tests;

/// <summary>What the queue finds and in which order.</summary>
sealed class QueueTests
{
    const int Count = 40;

    string folder = "";
    ReviewDesk? desk;

    ReviewDesk Desk => desk!;

    [SetUp]
    public void Begin()
    {
        folder = Directory.CreateTempSubdirectory("review-queue-").FullName;
        var options = Some.Files(folder, Count);
        Some.Write(options.Records, Enumerable.Range(0, Count).Select(n => RecordJson.Write(n == 7 ? Some.Record(n) with { Date = null, Objectives = [] } : Some.Record(n))));
        desk = new(options);
    }

    [TearDown]
    public void End()
    {
        desk?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("uncertain")]
    [TestCase("actor")]
    [TestCase("target")]
    [TestCase("date")]
    [TestCase("status")]
    [TestCase("action")]
    [TestCase("document")]
    public void Every_order_has_all_records_in_that_order(string sort)
    {
        var found = Find(new() { Sort = sort });
        IComparable?[] keys = [.. found.Select(r => sort switch
        {
            "actor" => r.Actor,
            "target" => r.Target,
            "date" => r.Date ?? "~",
            "status" => r.Status,
            "action" => r.Action,
            "document" => r.DocumentId,
            _ => (IComparable)r.Confidence,
        })];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(r => r.Id).Distinct().Count(), Is.EqualTo(Count));
            Assert.That(keys, Is.Ordered);
            Assert.That(Find(new() { Sort = sort, Descending = true }).Select(r => r.Id), Is.EqualTo(found.Select(r => r.Id).Reverse()));
        }
    }

    [Test]
    public void Every_filter_lets_through_what_it_names_and_nothing_else()
    {
        using (Assert.EnterMultipleScope())
        {
            Holds(new() { Actor = "canada" }, r => r.Actor == "Canada");
            Holds(new() { Target = Some.Name(3) }, r => r.Target == Some.Name(3));
            Holds(new() { Action = "lift" }, r => r.Action == "lift");
            Holds(new() { Status = "urged" }, r => r.Status == "urged");
            Holds(new() { Date = "2019" }, r => r.Date?.StartsWith("2019", StringComparison.Ordinal) == true);
            Holds(new() { Date = "2020-03" }, r => r.Date?.StartsWith("2020-03", StringComparison.Ordinal) == true);
            Holds(new() { Date = "none" }, r => r.Date is null);
            Holds(new() { Objective = "corruption" }, r => r.Objectives.Contains("corruption"));
            Holds(new() { Objective = "none" }, r => r.Objectives.IsEmpty);
            Holds(new() { Document = "story-000004.txt" }, r => r.DocumentId == "story-000004.txt");
            Holds(new() { MinConfidence = 0.5, MaxConfidence = 0.738 }, r => r.Confidence is >= 0.5 and < 0.738);
            Holds(new() { Actor = "Canada", Status = "actual" }, r => r is { Actor: "Canada", Status: "actual" });
        }
    }

    [TestCase("council of elders", 0, Description = "words of the article that no record has")]
    [TestCase("crush PROTESTS", Count)]
    [TestCase("bank tevzad", 5)]
    [TestCase("sanctions NEWS", Count, Description = "the title")]
    [TestCase("story-000031", 1)]
    public void Search_wants_every_word_anywhere_in_the_record_whatever_their_order_and_case(string text, int expected) =>
        Assert.That(Find(new() { Text = text }), Has.Length.EqualTo(expected));

    [Test]
    public void A_corrected_record_is_found_by_what_it_says_now()
    {
        Decide("Anna", Verdict.Edit, 0, RecordJson.Write(Some.Record(0) with { Target = "Council of Elders" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Find(new() { Text = "council of elders" }).Select(r => r.Id), Is.EqualTo(["id-000000"]));
            Assert.That(Find(new() { Target = Some.Name(0) }), Is.Empty);
        }
    }

    [Test]
    public void States_are_a_reviewer_s_own_but_for_those_that_the_overview_counts()
    {
        Decide("Anna", Verdict.Accept, 0);
        Decide("Anna", Verdict.Reject, 1);
        Decide("Boris", Verdict.Reject, 0);
        string[] In(string state, string? who = "Anna") => [.. Find(new() { State = state, Who = who, Document = null }).Select(r => r.Id)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(In("open"), Has.Length.EqualTo(Count - 2));
            Assert.That(In("open", "Boris"), Has.Length.EqualTo(Count - 1));
            Assert.That(In("accept"), Is.EqualTo(["id-000000"]));
            Assert.That(In("reject"), Is.EqualTo(["id-000001"]));
            Assert.That(In("conflict"), Is.EqualTo(["id-000000"]));
            Assert.That(In("standing"), Has.Length.EqualTo(Count - 2), "Boris said last that the first is none");
            Assert.That(In("judged", null), Has.Length.EqualTo(2));
        }
    }

    [Test]
    public void A_list_of_one_moment_stays_as_it_is_whatever_is_decided()
    {
        var before = Desk.Look((_, ledger) => ledger.Last);
        Decide("Anna", Verdict.Accept, 5);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Find(new() { State = "open", Who = "Anna", AsOf = before }), Has.Length.EqualTo(Count));
            Assert.That(Find(new() { State = "open", Who = "Anna" }), Has.Length.EqualTo(Count - 1));
        }
    }

    [Test]
    public void A_record_that_nothing_was_merged_into_is_not_made_anew()
    {
        var record = Some.Record(0);
        Assert.That(Desk.Look((_, ledger) => ledger.Current(record)), Is.SameAs(record));
    }

    void Holds(RecordQuery query, Predicate<SanctionsRecord> wanted)
    {
        var all = Find(new());
        var found = Find(query);
        Assert.That(found, Is.Not.Empty.And.Length.LessThan(Count), $"{query}");
        Assert.That(found, Is.EqualTo(all.Where(r => wanted(r))).AsCollection, $"{query}");
    }

    SanctionsRecord[] Find(RecordQuery query) => [.. Desk.Find(query).Select(item => Desk.Look((_, ledger) => ledger.Current(item.Record)))];

    void Decide(string who, string what, int record, string? content = null) => Desk.Decide(new(
        Guid.NewGuid().ToString("n"), who, what, $"id-{record:000000}", null, content is null ? null : JsonDocument.Parse(content).RootElement, null, null));
}
