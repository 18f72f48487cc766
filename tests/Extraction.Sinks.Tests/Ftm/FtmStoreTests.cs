using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Sinks.Ftm;

namespace Extraction.Sinks.Tests.Ftm;

[TestFixture]
public sealed partial class FtmStoreTests
{
    static readonly string[] Entities = ["entity", "proof", "involved"];
    static readonly string[] Dates = ["date", "startDate", "endDate", "listingDate", "publishedAt"];

    [TestCase(false, null)]
    [TestCase(false, "Q1")]
    [TestCase(true, "Q1")]
    public async Task EveryEntityIsValidByTheSchema(bool reversed, string? targetId)
    {
        var records = EveryKind().Select(record => record with { TargetId = targetId, TargetRole = "director" });
        var entities = await Export([.. reversed ? records.Reverse() : records]);
        var ids = entities.Select(e => e["id"]!.GetValue<string>()).ToList();
        Assert.That(ids, Is.Unique);
        foreach (var entity in entities)
        {
            var allowed = Schema(entity["schema"]!.GetValue<string>());
            foreach (var (property, values) in entity["properties"]!.AsObject())
            {
                string[] words = [.. values!.AsArray().Select(value => value!.GetValue<string>())];
                Assert.That(allowed, Does.Contain(property), $"{entity}");
                Assert.That(words, Is.Not.Empty.And.Unique);
                Assert.That(words, Is.All.Not.Empty);
                Assert.That(words, Entities.Contains(property) ? Is.SubsetOf(ids) : Is.Not.Null, property);
                Assert.That(words, Dates.Contains(property) ? Is.All.Matches<string>(word => FtmDate().IsMatch(word!)) : Is.Not.Null, property);
                Assert.That(words, property == "country" ? Is.All.Matches<string>(word => CountryCode().IsMatch(word!)) : Is.Not.Null, property);
            }

            Assert.That(entity["schema"]!.GetValue<string>() == "Sanction" ? entity["properties"]!["entity"] : entity["properties"]!["name"], Is.Not.Null, "required");
        }
    }

    [TestCase("person", "Ali Reza", "Person")]
    [TestCase("organization", "Volga Oil Ltd.", "Company")]
    [TestCase("organization", "Ministry of Defence", "PublicBody")]
    [TestCase("organization", "Basij", "Organization")]
    [TestCase("vessel", "Sea Star", "Vessel")]
    [TestCase("aircraft", "EP-MNE", "Airplane")]
    [TestCase("country", "Iran", "PublicBody")]
    [TestCase("group", "51 Americans", "LegalEntity")]
    public async Task ATargetHasItsSchema(string type, string name, string schema)
    {
        var entities = await Export(Some.Record(0) with { TargetType = type, Target = name });
        Assert.That(entities.Select(e => e["schema"]!.GetValue<string>()), Is.EqualTo(new[] { "Article", schema, "Sanction" }));
    }

    [TestCase("planned")]
    [TestCase("urged")]
    [TestCase("rejected")]
    public async Task WhatIsNotDoneIsNoSanctionAndKeepsItsStatus(string status)
    {
        var act = (await Export(Some.Record(0) with { Status = status }))[^1];
        Assert.That((act["schema"]!.GetValue<string>(), act["properties"]!["keywords"]![0]!.GetValue<string>()), Is.EqualTo(("Event", status)));
    }

    [Test]
    public async Task ASanctionSaysWhoWhenAndWhy()
    {
        var properties = (await Export(Some.Record(0)))[^1]["properties"]!;
        Assert.Multiple(() =>
        {
            Assert.That(Values("authority"), Is.EqualTo(new[] { "Department of the Treasury", "United States" }));
            Assert.That(Values("country"), Is.EqualTo(new[] { "us" }));
            Assert.That(Values("reason"), Is.EqualTo(new[] { "selling oil for the “Guards” — 😀" }));
            Assert.That(Values("listingDate"), Is.EqualTo(new[] { "2021-12-07" }));
            Assert.That(Values("startDate"), Is.EqualTo(new[] { "2021-12-07" }));
            Assert.That(Values("provisions"), Is.EqualTo(new[] { "designation", "asset freeze" }));
            Assert.That(Values("program"), Is.EqualTo(new[] { "terrorism" }));
        });

        string[] Values(string property) => [.. properties[property]!.AsArray().Select(value => value!.GetValue<string>())];
    }

    [Test]
    public async Task TheSameTargetInTwoArticlesIsOneEntity()
    {
        var entities = await Export(Some.Record(0), Some.Record(0) with { Id = "2", DocumentId = "other.txt", Target = "COMPANY  0" });
        Assert.That(entities.Count(e => e["schema"]!.GetValue<string>() == "Organization"), Is.EqualTo(1));
    }

    [Test]
    public async Task TheAfricanUnionIsNotAustralia()
    {
        var entities = await Export(Some.Record(0) with { Actor = "African Union", ActorCode = "AU" }, Some.Record(9) with { Actor = "Australia", ActorCode = "AU" });
        var countries = entities.Where(e => e["schema"]!.GetValue<string>() == "Sanction").Select(e => e["properties"]!["country"]?[0]!.GetValue<string>());
        Assert.That(countries, Is.EqualTo(new[] { null, "au" }));
    }

    static async Task<List<JsonNode>> Export(params SanctionsRecord[] records)
    {
        using var folder = new TempFolder();
        await Loading.Load(new FtmStore(folder["e.ftm.json"]), records);
        return [.. File.ReadLines(folder["e.ftm.json"]).Select(line => JsonNode.Parse(line)!)];
    }

    static IEnumerable<SanctionsRecord> EveryKind() =>
        from pair in (from action in (string[])["impose", "extend", "ease", "lift"]
                      from status in (string[])["actual", "planned", "urged", "rejected"]
                      from type in (string[])["person", "organization", "country", "vessel", "aircraft", "sector", "group"]
                      from date in (string?[])["2021-12-07", "2018-05~", "2017/2018", "XXXX-12-07", null]
                      select (action, status, type, date)).Select((kind, n) => (kind, n))
        select Some.Record(pair.n) with { Action = pair.kind.action, Status = pair.kind.status, TargetType = pair.kind.type, Date = pair.kind.date, ActorCode = pair.n % 3 == 0 ? "ECOWAS" : "EU" };

    static HashSet<string> Schema(string name)
    {
        var rows = File.ReadLines(Here("ftm-schema.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToDictionary(row => row[0]);
        return [.. Own(name)];

        IEnumerable<string> Own(string schema) =>
            rows[schema][2].Split(' ').Concat(rows[schema][1].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Own));
    }

    static string Here(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);

    [GeneratedRegex(@"^\d{4}(-\d{2}(-\d{2})?)?$")]
    private static partial Regex FtmDate();

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex CountryCode();
}
