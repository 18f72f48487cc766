using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Record;
using NJsonSchema;

namespace Extraction.Tests.Record;

public class RecordSchemaTests
{
    private static string Committed([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Extraction", "Record", "record.schema.json");

    [Test]
    public void The_committed_schema_is_the_generated_one()
    {
        if (Environment.GetEnvironmentVariable("EXTRACTION_WRITE_SCHEMA") == "1")
            File.WriteAllText(Committed(), RecordSchema.Generate());
        Assert.That(File.ReadAllText(Committed()), Is.EqualTo(RecordSchema.Generate()), "Run the tests with EXTRACTION_WRITE_SCHEMA=1 to write it anew.");
    }

    [Test]
    public void It_lists_the_fields_that_are_written_in_their_order()
    {
        var linked = RecorderTests.Only(RecorderTests.Event()) with { TargetId = "Q1", TargetScore = 0.9, DuplicateOf = "a.txt", DuplicateArticle = 2, Weighed = new(0.9, 0.8, 0.7, 0.6, 2) };
        var written = JsonNode.Parse(RecordJson.Write(linked))!.AsObject().Select(p => p.Key);
        var listed = JsonNode.Parse(RecordSchema.Generate())!["properties"]!.AsObject().Select(p => p.Key);
        Assert.That(listed, Is.EqualTo(written));
    }

    [Test]
    public async Task Real_output_is_valid()
    {
        var schema = await JsonSchema.FromJsonAsync(RecordSchema.Generate());
        var bare = RecorderTests.Event() with { Date = null, Justification = null, Measures = [], Objectives = [] };
        Assert.That(schema.Validate(RecordJson.Write(RecorderTests.Only(RecorderTests.Event()))), Is.Empty);
        Assert.That(schema.Validate(RecordJson.Write(RecorderTests.Only(bare))), Is.Empty);
    }

    [TestCase("action", "\"sanction\"")]
    [TestCase("date", "\"yesterday\"")]
    [TestCase("confidence", "1.5")]
    [TestCase("extra", "true")]
    [TestCase("spans", "{\"actor_text\":[1]}")]
    public async Task Other_lines_are_not(string field, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(RecordSchema.Generate());
        var line = JsonNode.Parse(RecordJson.Write(RecorderTests.Only(RecorderTests.Event())))!.AsObject();
        line[field] = JsonNode.Parse(value);
        Assert.That(schema.Validate(line.ToJsonString()), Is.Not.Empty);
    }
}
