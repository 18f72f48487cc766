namespace Extraction.Cli.Tests;

/// <summary>An announcement that is one sentence and a hundred names, which is how lists are published.</summary>
[TestFixture]
public sealed class LongListTests
{
    const int Names = 100;

    const string Above = "US sanctions firms\n\nWASHINGTON, May 3, 2021 - The United States on Monday imposed sanctions on the following companies for supporting the war in Ukraine:\n\n";

    const string Below = "\n\nThe Treasury Department said on Monday that it wanted to stop the flow of money to the military.\n";

    static readonly string[] Kinds = ["Trading", "Shipping", "Petroleum", "Engineering", "Logistics"];
    static readonly string[] Given = ["Ivan Petrovich", "Hassan", "Maria Elena", "Oleg"];
    static readonly string[] Roles = ["Deputy commander of the Northern Fleet", "Head of the election commission of Zareche", "Director of the prison of Tverin", "Member of the board of Kamsk Shipyard"];
    static readonly string[] Forms = ["LLC", "Ltd", "JSC", "GmbH"];

    [TestCase("- ", "")]
    [TestCase("", "")]
    [TestCase("- ", Below)]
    [TestCase("1. ", Below)]
    public async Task Every_line_is_a_record(string mark, string below)
    {
        using var box = new Sandbox();
        var names = Companies();
        box.Write("in/list.txt", Above + string.Join('\n', names.Select(name => mark + name)) + below);
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        var records = box.Json("records.jsonl").ToList();
        Assert.That(records.Select(r => (string)r["target"]!), Is.EquivalentTo(names));
        Assert.That(records.Select(r => (string)r["actor"]!), Has.All.EqualTo("United States"));
        Assert.That(records.Select(r => (string)r["date"]!), Has.All.EqualTo("2021-05-03"));
    }

    [Test]
    public async Task The_number_of_a_row_is_no_target()
    {
        using var box = new Sandbox();
        var names = Companies();
        box.Write("in/table.html", $"<html><body><article><h1>US sanctions firms</h1><p>{Above.Split("\n\n")[1]}</p><table>{string.Concat(names.Select((name, i) => $"<tr><td>{i + 1}</td><td>{name}</td><td>Russia</td></tr>"))}</table><p>{Below.Trim()}</p></article></body></html>");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => (string)r["target"]!), Is.EquivalentTo(names));
    }

    [TestCase("h3")]
    [TestCase("p")]
    public async Task A_name_with_a_paragraph_below_is_a_line(string element)
    {
        using var box = new Sandbox();
        var names = Persons();
        var entries = names.Select((name, i) => $"<{element}>{name}</{element}><p>{Roles[i % Roles.Length]}. He has supported the war in Ukraine.</p>");
        box.Write("in/entries.html", $"<html><body><article><h1>UK sanctions persons</h1><p>The Foreign Secretary has today announced new sanctions.</p><p>The following persons are now subject to an asset freeze and travel ban:</p>{string.Concat(entries)}</article></body></html>");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => (string)r["target"]!).Intersect(names).Count(), Is.GreaterThan(Names - 5));
    }

    [Test]
    public async Task The_rows_of_an_annex_are_read()
    {
        using var box = new Sandbox();
        var names = Persons();
        var rows = names.Select((name, i) => $"<tr><td>{i + 1}.</td><td>{name}</td><td>Nationality: Russian</td><td>{Roles[i % Roles.Length]}. In this role, he is responsible for the deportation of children. He therefore supports the war.</td><td>3.7.2023</td></tr>");
        box.Write("in/annex.html", $"<html><body><article><h1>Council Implementing Decision (CFSP) 2023/1412 of 3 July 2023 concerning restrictive measures in respect of actions threatening Ukraine</h1><p>The Council of the European Union has adopted this decision:</p><p>The following persons are added to the list of persons, entities and bodies set out in the Annex to Decision 2014/145/CFSP:</p><table><tr><th></th><th>Name</th><th>Identifying information</th><th>Reasons</th><th>Date of listing</th></tr>{string.Concat(rows)}</table></article></body></html>");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => (string)r["target"]!).Intersect(names).Count(), Is.GreaterThan(Names - 5));
    }

    [TestCase(3)]
    [TestCase(Names)]
    public async Task Persons_are_read_as_the_list_writes_them(int count)
    {
        using var box = new Sandbox();
        var names = Enumerable.Range(0, count).Select(i => $"{(char)('A' + (i % 26))}{"AEIOU"[i / 26]}RLOV, {Given[i % Given.Length]}").ToList();
        var entries = names.Select((name, i) => $"{name} (a.k.a. \"ABU {i}\"), Aleppo, Syria; DOB {10 + (i % 18)} Mar 1960; POB Damascus, Syria; nationality Syria; Gender Male; Passport 0034{i} (Syria) (individual) [SDGT] (Linked To: HIZBALLAH).");
        box.Write("in/update.txt", $"Counter Terrorism Designations\n\n5/3/2021\n\nThe following individuals have been added to OFAC's SDN List:\n\n{string.Join("\n\n", entries)}\n");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => (string)r["target"]!), Is.EquivalentTo(names));
    }

    [TestCase(3)]
    [TestCase(Names)]
    public async Task Entries_of_a_committee_are_read(int count)
    {
        using var box = new Sandbox();
        var names = Persons()[..count].ConvertAll(name => name.ToUpperInvariant());
        var entries = names.Select((name, i) => $"QDi.{900 + i} Name: {string.Join(' ', name.Split(' ').Select((part, k) => $"{k + 1}: {part}"))} 4: na\nTitle: na Designation: na DOB: {10 + (i % 18)} Feb. 1975 POB: Aleppo, Syria Good quality a.k.a.: na Low quality a.k.a.: na Nationality: Syrian Passport no: na Address: na Listed on: 14 Mar. 2019 Other information: Led the group in the north.");
        box.Write("in/list.txt", $"Security Council Committee adds entries to its sanctions list\n\nOn 14 March 2019, the Security Council Committee approved the addition of the entries specified below to its Sanctions List of individuals and entities subject to the assets freeze and travel ban.\n\n{string.Join("\n\n", entries)}\n");
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => (string)r["target"]!), Is.EquivalentTo(names));
    }

    [Test]
    public async Task Entries_added_removed_and_amended_are_told_apart()
    {
        using var box = new Sandbox();
        static string Entry(string name) => $"{name}, Hassan (a.k.a. \"ABU ALI\"), Aleppo, Syria; DOB 12 Mar 1960; nationality Syria; Passport 0034 (Syria) (individual) [SDGT].\n\n";
        box.Write("in/update.txt", "Counter Terrorism Designations and Removals\n\n5/3/2021\n\nThe following individuals have been added to OFAC's SDN List:\n\n" + Entry("AARLOV") + Entry("BARLOV")
            + "The following deletions have been made to OFAC's SDN List:\n\n" + Entry("CARLOV") + Entry("DARLOV") + "The following changes have been made to OFAC's SDN List:\n\n" + Entry("EARLOV") + Entry("FARLOV"));
        var run = await box.Run("run", "in", "--out", "records.jsonl", "--quiet");
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(box.Json("records.jsonl").Select(r => $"{r["action"]} {r["target"]}"), Is.EquivalentTo((string[])["impose AARLOV, Hassan", "impose BARLOV, Hassan", "lift CARLOV, Hassan", "lift DARLOV, Hassan"]));
    }

    static List<string> Persons() => [.. Enumerable.Range(0, Names).Select(i => $"{Given[i % Given.Length]} {(char)('A' + (i % 26))}{"aeiou"[i / 26]}rlov")];

    static List<string> Companies() => [.. Enumerable.Range(0, Names).Select(i => $"{(char)('A' + (i % 26))}{"aeiou"[i / 26]}rlov {Kinds[i % Kinds.Length]} {Forms[i % Forms.Length]}")];
}
