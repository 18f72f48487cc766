using Extraction.Sinks.Events;
using Extraction.Sinks.Files;

namespace Extraction.Sinks.Tests.Files;

[TestFixture]
public sealed class CsvTests
{
    [TestCase("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [TestCase("+1", "'+1")]
    [TestCase("-2+3", "'-2+3")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "' =1")]
    [TestCase("\r\n=1", "'  =1")]
    [TestCase("  =1", "'  =1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("|cmd", "'|cmd")]
    [TestCase("a=1", "a=1")]
    [TestCase("a\nb\u001b[31m\u0085c", "a b [31m c")]
    [TestCase("", "")]
    public void NoCellIsACommand(string words, string expected) => Assert.That(CsvLine.Safe(words), Is.EqualTo(expected));

    [Test]
    public async Task ARowIsARecordWithItsColumns()
    {
        using var folder = new TempFolder();
        var record = Some.Record(1) with { Justification = "said \"no\", twice\nover", Target = "=cmd|' /C calc'!A0" };
        await Loading.Load(new CsvStore(folder["r.csv"]), [record, Some.Record(2)]);
        var lines = File.ReadAllLines(folder["r.csv"]);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[0], Does.StartWith("actor,action,target,date,justification,status,actor_code,"));
            Assert.That(lines[1], Does.StartWith("United States,impose,'=cmd|' /C calc'!A0,2021-12-07,\"said \"\"no\"\", twice over\",actual,US,"));
            Assert.That(lines[1], Does.Contain(",designation; asset_freeze,").And.Contain(",0.873,"));
        });
    }

    [TestCase("impose", "actual", "SANCTION,163,16,4,-8")]
    [TestCase("extend", "actual", "SANCTION,163,16,4,-8")]
    [TestCase("impose", "planned", "THREATEN,1312,13,3,-5.8")]
    [TestCase("lift", "actual", "CONCEDE,085,08,2,7")]
    [TestCase("ease", "rejected", "REJECT,1244,12,3,-4")]
    [TestCase("lift", "urged", "REQUEST,0254,02,1,-0.3")]
    public async Task AnActHasItsCodes(string action, string status, string expected)
    {
        using var folder = new TempFolder();
        await Loading.Load(new EventStore(folder["e.csv"]), [Some.Record(1) with { Action = action, Status = status }]);
        Assert.That(File.ReadAllLines(folder["e.csv"])[1], Does.Contain("," + expected + ","));
    }

    [TestCase("2021-05", "2021-12-07")]
    [TestCase("XXXX-05-01", "2021-12-07")]
    [TestCase("2020-05-01", "2020-05-01")]
    public async Task AnEventHasAWholeDay(string date, string expected)
    {
        using var folder = new TempFolder();
        await Loading.Load(new EventStore(folder["e.csv"]), [Some.Record(1) with { Date = date }]);
        Assert.That(File.ReadAllLines(folder["e.csv"])[1].Split(',')[2], Is.EqualTo(expected));
    }

    [Test]
    public async Task WhoUrgesIsNotTheAuthority()
    {
        using var folder = new TempFolder();
        await Loading.Load(new EventStore(folder["e.csv"]), [Some.Record(1) with { Status = "urged" }]);
        Assert.That(File.ReadAllLines(folder["e.csv"])[1], Does.Contain(",,,,,REQUEST,").And.Contain(",United States,US,country,"));
    }
}
