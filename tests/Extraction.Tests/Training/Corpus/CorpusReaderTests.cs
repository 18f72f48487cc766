using Extraction.Documents;
using Extraction.Training.Corpus;

namespace Extraction.Tests.Training.Corpus;

public class CorpusReaderTests
{
    internal const string Page = "The Treasury on Friday blacklisted Pavel Orlin and his firm, Orlin Trading, for “supplying  drones”.\nThree aides were listed as well.";

    internal const string Gold = """
        [{"actor": "United States", "actor_text": "The Treasury", "actor_agency": "Department of the Treasury", "action": "impose", "status": "actual",
          "action_text": "blacklisted", "measures": ["designation"], "date": "2022-03-04", "date_text": "on Friday", "date_basis": "relative",
          "justification": "\"supplying drones\"", "objectives": ["end_war"], "evidence": ["The Treasury on Friday blacklisted"],
          "targets": [
            {"target": "Pavel Orlin", "target_type": "person"},
            {"target": "Orlin Trading", "target_type": "organization", "measures": [], "justification": null},
            {"target": "Three aides", "target_type": "group", "evidence": ["Three aides were"], "optional": true, "date_alternatives": [null]}]}]
        """;

    internal static CorpusDocument Read(TempFolder folder, string gold = Gold, string page = Page)
    {
        folder.Write("a-001.txt", page);
        folder.Write("a-001.gold.json", gold);
        return CorpusReader.Read(folder.Path).Single();
    }

    [Test]
    public void Targets_take_the_fields_of_their_act_and_undo_them()
    {
        using var folder = new TempFolder();
        var records = Read(folder).Records;
        Assert.That(records.Select(r => (r.Target, r.Actor, r.Justification, r.Measures.Length, r.Optional, r.Act)), Is.EqualTo(new[]
        {
            ("Pavel Orlin", "United States", "\"supplying drones\"", 1, false, 0),
            ("Orlin Trading", "United States", null, 0, false, 0),
            ("Three aides", "United States", "\"supplying drones\"", 1, true, 0),
        }));
        Assert.That(records[2].Evidence, Is.EqualTo(new[] { "Three aides were" }));
        Assert.That(records[2].DateAlternatives, Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void The_side_car_gives_hints()
    {
        using var folder = new TempFolder();
        folder.Write("a-001.meta.json", """{"title": "T", "published": "2022-03-05"}""");
        var document = Read(folder);
        Assert.That(document.Hints, Is.EqualTo(new SourceHints("T", "2022-03-05", null)));
        Assert.That(document.ToRaw().DocumentId, Is.EqualTo("a-001.txt"));
    }

    [Test]
    public void Articles_of_a_gold_file_come_together_by_document()
    {
        using var folder = new TempFolder();
        var record = """{"actor":"United States","action":"lift","status":"urged","target":"Iran"}""";
        var file = folder.Write("gold.jsonl", $$"""
            {"doc": "001", "article": 1, "records": [{{record}}]}
            {"doc": "001", "article": 9, "records": [{{record}}]}
            {"doc": "000", "article": 1, "records": []}
            """);
        folder.Write("001_abc.txt", "page");
        var documents = CorpusReader.Read(file);
        Assert.That(documents.Select(d => (d.Name, d.Records.Length, Path.GetFileName(d.Source))), Is.EqualTo(new (string, int, string?)[] { ("000", 0, null), ("001", 2, "001_abc.txt") }));
        Assert.That(documents[1].Records[1].Article, Is.EqualTo(9));
    }

    [TestCase("[{\"targets\": []}]", "has no targets")]
    [TestCase("[{\"targets\": [{\"target\": \"X\"}]}]", "\"actor\" is missing")]
    [TestCase("[{\"actr\": \"US\", \"targets\": [{\"target\": \"X\"}]}]", "unknown field \"actr\"")]
    [TestCase("[{\"actor\": 1, \"targets\": [{\"target\": \"X\"}]}]", "\"actor\" is no text")]
    [TestCase("{}", "an array of acts")]
    [TestCase("[", "a-001.gold.json")]
    public void A_broken_annotation_is_named(string gold, string message)
    {
        using var folder = new TempFolder();
        Assert.That(() => Read(folder, gold), Throws.TypeOf<CorpusException>().With.Message.Contains(message).And.Message.Contains("a-001.gold.json"));
    }

    [Test]
    public void An_annotation_without_its_page_is_named()
    {
        using var folder = new TempFolder();
        folder.Write("b.gold.json", "[]");
        Assert.That(() => CorpusReader.Read(folder.Path), Throws.TypeOf<CorpusException>().With.Message.Contains("no .txt or .html"));
    }

    [Test]
    public void The_hash_follows_names_and_contents()
    {
        using var folder = new TempFolder();
        Read(folder);
        var hash = CorpusReader.Hash(folder.Path);
        Assert.That(CorpusReader.Hash(folder.Path), Is.EqualTo(hash));
        folder.Write("a-001.txt", Page + " ");
        Assert.That(CorpusReader.Hash(folder.Path), Is.Not.EqualTo(hash));
    }

    [Test]
    public void Quotes_are_found_where_they_stand()
    {
        using var folder = new TempFolder();
        var document = Read(folder);
        var article = new Article("a-001.txt", 1, null, null, PublishedBasis.None, null, Page, [new Block(BlockKind.Paragraph, new TextRange(0, Page.Length))]);
        var resolved = GoldResolver.Resolve(document, article);
        Assert.That(resolved.Select(r => r.Target!.Value.Of(Page)), Is.EqualTo(new[] { "Pavel Orlin", "Orlin Trading", "Three aides" }));
        Assert.That(resolved[0].Justification!.Value.Of(Page), Is.EqualTo("“supplying  drones”"));
        Assert.That(resolved[2].Evidence.Single().Of(Page), Is.EqualTo("Three aides were"));
        Assert.That(resolved.SelectMany(r => r.Lost), Is.Empty);
    }

    [Test]
    public void A_quote_that_is_lost_is_named()
    {
        using var folder = new TempFolder();
        var resolved = GoldResolver.Resolve(Read(folder).Records[0], new QuoteFinder("The Treasury on Friday blacklisted somebody."));
        Assert.That(resolved.Lost, Is.EqualTo(new[] { "target", "justification" }));
    }
}
