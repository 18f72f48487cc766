using System.Text;
using System.Text.Json.Nodes;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Reading;

namespace Extraction.Sinks.Tests.Reading;

[TestFixture]
public sealed class RecordReaderTests
{
    static readonly string Good = Some.Json(Some.Record(1));

    static RecordLine[] Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    static RecordLine[] Read(byte[] bytes) => [.. RecordReader.Read("r.jsonl", new MemoryStream(bytes))];

    [TestCase("")]
    [TestCase("\n")]
    [TestCase("\r\n\n")]
    public void EveryLineEndIsRead(string end) =>
        Assert.That(Read(Good + "\r\n" + Good + end).Select(line => Some.Json(line.Record!)), Is.EqualTo(new[] { Good, Good }));

    [Test]
    public void AMarkAtTheStartIsPassedOver() => Assert.That(Read("\uFEFF" + Good).Single().Fault, Is.Null);

    [TestCase("actor", "null", "actor")]
    [TestCase("actor", "\"\"", "actor")]
    [TestCase("actor", "7", "actor")]
    [TestCase("action", "\"sanction\"", "action")]
    [TestCase("status", "\"maybe\"", "status")]
    [TestCase("target_type", "\"firm\"", "target_type")]
    [TestCase("confidence", "2", "confidence")]
    [TestCase("confidence", "\"high\"", "confidence")]
    [TestCase("date", "\"yesterday\"", "date")]
    [TestCase("date", "\"2021-02-30\"", "date")]
    [TestCase("published", "\"2021\"", "published")]
    [TestCase("measures", "[\"fine\"]", "measures")]
    [TestCase("evidence", "[{\"text\":\"x\",\"start\":5,\"end\":5}]", "evidence")]
    [TestCase("evidence", "[null]", "evidence")]
    [TestCase("spans", "{\"target_text\":null}", "spans.target_text")]
    [TestCase("spans", "{\"target_text\":[3]}", "spans.target_text")]
    [TestCase("article", "0", "article")]
    [TestCase("targt", "\"x\"", "targt")]
    [TestCase("target", "\"a\\u0000b\"", "target")]
    public void AWrongFieldIsNamedWithItsLine(string field, string value, string named)
    {
        var line = JsonNode.Parse(Good)!.AsObject();
        line[field] = JsonNode.Parse(value);
        Assert.That(Read(Good + "\n\n" + line.ToJsonString())[1].Fault, Does.StartWith("r.jsonl:3: ").And.Contain(named));
    }

    [TestCase("id")]
    [TestCase("target")]
    [TestCase("extractor")]
    [TestCase("measures")]
    [TestCase("objectives")]
    [TestCase("evidence")]
    [TestCase("spans")]
    [TestCase("article")]
    public void AMissingFieldIsNamed(string field)
    {
        var line = JsonNode.Parse(Good)!.AsObject();
        line.Remove(field);
        Assert.That(Read(line.ToJsonString())[0].Fault, Does.StartWith("r.jsonl:1: ").And.Contain(field));
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{} {}")]
    [TestCase("\u001b[31mred")]
    [TestCase("{\"record\":3}")]
    [TestCase("{\"actor\":\"\\ud800\"}")]
    public void WhatIsNoRecordIsAFaultAndTheNextLineIsRead(string line)
    {
        var read = Read(line + "\n" + Good);
        Assert.That((read[0].Record, read[0].Fault!.StartsWith("r.jsonl:1: ", StringComparison.Ordinal), read[0].Fault!.Any(char.IsControl), read[1].Fault), Is.EqualTo((default(object), true, false, default(string))));
    }

    [Test]
    public void BytesThatAreNotUtf8AreAFault()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[15] = 0xFF;
        Assert.That(Read(bytes)[0].Fault, Does.StartWith("r.jsonl:1: "));
    }

    [Test]
    public void ALineThatIsTooLongIsPassedOver()
    {
        var read = Read(new string('x', RecordReader.LongestLine + 100_000) + "\n" + Good);
        Assert.That((read[0].Fault, read[1].Fault), Is.EqualTo(("r.jsonl:1: longer than 16 MiB", default(string))));
    }

    [Test]
    public async Task DeadLettersAreReadBack()
    {
        using var folder = new TempFolder();
        await using (var letters = new DeadLetters(folder["d.jsonl"]))
        {
            await letters.AddAsync("sqlite:x", "line\nbreak \u001b[31m", [Some.Record(1)], default);
        }

        Assert.That(RecordReader.ReadFile(folder["d.jsonl"]).Select(line => Some.Json(line.Record!)), Is.EqualTo(new[] { Good }));
    }
}
