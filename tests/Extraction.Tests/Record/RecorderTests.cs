using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Documents;
using Extraction.Record;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Record;

public class RecorderTests
{
    private const string Text = "😀 The Treasury designated Brig. Gen. Hassan Karami on Friday for\nbeating people. He was listed.";

    internal static Filler Words(string words, string text = Text)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new Filler(new TextRange(at, at + words.Length), Documents.Words.Clean(words));
    }

    internal static SanctionEvent Event() => new(
        new ActorFiller("United States", "US", "Department of the Treasury", Words("The Treasury")),
        ActKind.Impose,
        ActStatus.Actual,
        Words("designated"),
        "Brig. Gen. Hassan Karami",
        Words("Brig. Gen. Hassan Karami"),
        TargetType.Person,
        null,
        new DateFiller(Words("on Friday"), "2021-12-03", "relative"),
        Words("beating people"),
        ["designation"],
        ["human_rights"],
        [Words("The Treasury designated Brig. Gen. Hassan Karami on Friday for\nbeating people.").Range],
        1,
        0.87654);

    internal static DocumentEvents Document(params SanctionEvent[] events) =>
        new(new Article("a/b.txt", 2, "Title", new DateOnly(2021, 12, 5), PublishedBasis.Metadata, "https://example.org/x", Text, []), [.. events]);

    internal static SanctionsRecord Only(SanctionEvent found) => Recorder.Record(Document(found), "test 1").Single();

    [Test]
    public void Fields_are_those_of_the_event()
    {
        var record = Only(Event());
        Assert.Multiple(() =>
        {
            Assert.That((record.Actor, record.Action, record.Target, record.Date, record.Justification, record.Status), Is.EqualTo(("United States", "impose", "Hassan Karami", "2021-12-03", "beating people", "actual")));
            Assert.That((record.Title, record.Published, record.PublishedBasis, record.Article, record.Extractor), Is.EqualTo(("Title", "2021-12-05", "metadata", 2, "test 1")));
            Assert.That((record.DateText, record.DateBasis, record.TargetText, record.TargetType), Is.EqualTo(("on Friday", "relative", "Brig. Gen. Hassan Karami", "person")));
            Assert.That(record.Confidence, Is.EqualTo(0.877));
        });
    }

    [Test]
    public void Spans_count_code_points()
    {
        var record = Only(Event());
        var runes = Text.EnumerateRunes().ToArray();
        string Cut(int[] span) => string.Concat(runes[span[0]..span[1]]);
        Assert.That(record.Spans.Keys, Is.EqualTo(new[] { "action_text", "actor_text", "date_text", "justification", "target_text" }));
        Assert.That(Cut(record.Spans["target_text"]), Is.EqualTo(record.TargetText));
        Assert.That(Cut([record.Evidence[0].Start, record.Evidence[0].End]).ReplaceLineEndings(" "), Is.EqualTo(record.Evidence[0].Text));
    }

    [Test]
    public void Code_points_are_those_of_the_runes_for_any_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), given =>
        {
            var text = (given ?? "") + "a😀\uD83D b";
            var points = new CodePoints(text);
            for (var i = 0; i <= text.Length; i++)
                if (i == 0 || i == text.Length || !char.IsSurrogatePair(text[i - 1], text[i]))
                    if (points.Of(i) != text[..i].EnumerateRunes().Count())
                        return false;
            return true;
        }).Hold();

    [Test]
    public void The_same_content_has_the_same_id_and_other_content_another()
    {
        var record = Only(Event());
        Assert.That(Only(Event() with { Confidence = 0.1 }).Id, Is.EqualTo(record.Id));
        Assert.That(Only(Event() with { Target = "Other" }).Id, Is.Not.EqualTo(record.Id));
        Assert.That(record.Id, Does.Match("^[0-9a-f]{20}$"));
    }

    [Test]
    public void Records_of_one_act_share_its_event_id()
    {
        var records = Recorder.Record(Document(Event(), Event() with { Target = "B" }, Event() with { Target = "C", Occasion = 2 }), "test");
        Assert.That(records[0].EventId, Is.EqualTo(records[1].EventId));
        Assert.That(records[0].EventId, Is.Not.EqualTo(records[2].EventId));
    }

    [Test]
    public void The_same_act_told_twice_is_one_record_with_both_places()
    {
        var again = Event() with { Confidence = 0.95, Justification = null, Date = null, Objectives = [], Measures = ["travel_ban"], Evidence = [Words("He was listed.").Range] };
        var record = Recorder.Record(Document(Event(), again), "test").Single();
        Assert.Multiple(() =>
        {
            Assert.That(record.Evidence.Select(e => e.Text), Is.EquivalentTo(new[] { "He was listed.", "The Treasury designated Brig. Gen. Hassan Karami on Friday for beating people." }));
            Assert.That((record.Confidence, record.Justification, record.Date), Is.EqualTo((0.95, "beating people", "2021-12-03")));
            Assert.That(record.Measures, Is.EqualTo(new[] { "designation", "travel_ban" }));
            Assert.That(record.Objectives, Is.EqualTo(new[] { "human_rights" }));
        });
    }

    [Test]
    public void Two_occasions_that_look_alike_have_ids_of_their_own()
    {
        var records = Recorder.Record(Document(Event(), Event() with { Occasion = 2 }), "test");
        Assert.That(records.Select(r => r.Id).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Words_without_a_date_keep_no_basis()
    {
        var record = Only(Event() with { Date = new DateFiller(Words("on Friday"), null, "relative") });
        Assert.That((record.Date, record.DateText, record.DateBasis), Is.EqualTo(((string?)null, "on Friday", (string?)null)));
    }

    [Test]
    public void An_unknown_measure_is_a_bug_not_a_record() =>
        Assert.That(() => Only(Event() with { Measures = ["tariff"] }), Throws.ArgumentException);

    [TestCase("Brig. Gen. Gholamreza Soleimani", TargetType.Person, "Gholamreza Soleimani")]
    [TestCase("President Alexander Lukashenko", TargetType.Person, "Alexander Lukashenko")]
    [TestCase("Qais al-Khazali, 46, leader of a militia", TargetType.Person, "Qais al-Khazali")]
    [TestCase("Juan Pérez, Jr.", TargetType.Person, "Juan Pérez, Jr.")]
    [TestCase("Viktor Bout, also known as the Merchant of Death", TargetType.Person, "Viktor Bout")]
    [TestCase("Karami’s", TargetType.Person, "Karami")]
    [TestCase("Uganda's military intelligence chief", TargetType.Person, "Uganda's military intelligence chief")]
    [TestCase("the Islamic Revolutionary Guard Corps (IRGC)", TargetType.Organization, "Islamic Revolutionary Guard Corps")]
    [TestCase("Saeed (Hamid) Aghajani", TargetType.Person, "Saeed (Hamid) Aghajani")]
    [TestCase("Rosoboronexport (JSC)", TargetType.Organization, "Rosoboronexport")]
    [TestCase("Acme Trading Co., Ltd.", TargetType.Organization, "Acme Trading Co., Ltd.")]
    [TestCase("“Vityaz”,", TargetType.Organization, "Vityaz")]
    [TestCase("commander of the Rapid Intervention Battalion", TargetType.Person, "commander of the Rapid Intervention Battalion")]
    [TestCase("Mamadu Ture \"N'Krumah\"", TargetType.Person, "Mamadu Ture \"N'Krumah\"")]
    [TestCase("\"morality police\"", TargetType.Organization, "morality police")]
    [TestCase("those who \"hinder the transition\"", TargetType.Group, "those who \"hinder the transition\"")]
    [TestCase("ASIA WORLD CO. LTD.", TargetType.Organization, "ASIA WORLD CO. LTD.")]
    [TestCase("Iran's", TargetType.Country, "Iran")]
    [TestCase("about a dozen Iranian\n officials", TargetType.Group, "about a dozen Iranian officials")]
    [TestCase("the coun\u00ADtry’s oil exports", TargetType.Sector, "country’s oil exports")]
    [TestCase("Sultan", TargetType.Person, "Sultan")]
    [TestCase("SOROKIN, Pavel Ilyich", TargetType.Person, "SOROKIN, Pavel Ilyich")]
    [TestCase("AL-HADDAD, Rami, 54", TargetType.Person, "AL-HADDAD, Rami")]
    [TestCase("HADDAD, Minister of Defence", TargetType.Person, "HADDAD")]
    [TestCase("Pavel Sorokin, General Director", TargetType.Person, "Pavel Sorokin")]
    public void Names_are_cleaned(string words, TargetType type, string name) =>
        Assert.That(TargetNames.Clean(words, type), Is.EqualTo(name));

    [Test]
    public void What_is_written_is_read_back_the_same()
    {
        var record = Only(Event());
        Assert.That(RecordJson.Write(RecordJson.Read(RecordJson.Write(record), "x:1")), Is.EqualTo(RecordJson.Write(record)));
    }

    [TestCase("actor", null, "actor")]
    [TestCase("action", "\"sanction\"", "action")]
    [TestCase("article", "\"one\"", "article")]
    [TestCase("date", "\"2021-13-01\"", "date")]
    [TestCase("measures", "[\"tariff\"]", "measures")]
    [TestCase("surprise", "1", "surprise")]
    [TestCase("confidence", "2", "confidence")]
    [TestCase("target_type", "null", "target_type")]
    public void A_line_that_is_no_record_is_named_with_its_field(string field, string? value, string named)
    {
        var line = JsonNode.Parse(RecordJson.Write(Only(Event())))!.AsObject();
        if (value is null)
            line.Remove(field);
        else
            line[field] = JsonNode.Parse(value);
        Assert.That(() => RecordJson.Read(line.ToJsonString(), "r.jsonl:7"), Throws.TypeOf<RecordFormatException>().With.Message.StartsWith("r.jsonl:7: ").And.Message.Contains(named));
    }

    [Test]
    public void A_broken_line_is_named_by_its_number()
    {
        using var lines = new StringReader(RecordJson.Write(Only(Event())) + "\n\n{\"actor\":");
        Assert.That(() => RecordJson.ReadLines(lines, "r.jsonl").Count(), Throws.TypeOf<RecordFormatException>().With.Message.StartsWith("r.jsonl:3: "));
    }
}
