using Extraction.Flow;
using Extraction.Tests.House;

namespace Extraction.Tests.Flow;

[TestFixture]
public sealed class PipelineFileTests
{
    [Test]
    public void TheShippedFileSaysTheCodedDefaults()
    {
        var (options, faults) = Read(File.ReadAllText(Repository.Path("pipeline.yml")));
        Assert.Multiple(() =>
        {
            Assert.That(faults, Is.Empty);
            Assert.That(options, Is.EqualTo(new PipelineOptions()));
        });
    }

    [Test]
    public void TheShippedFileNamesEveryKey()
    {
        var faults = new Faults("pipeline.yml");
        using var text = File.OpenText(Repository.Path("pipeline.yml"));
        var missing = new List<string>();
        PipelineReader.Read(PipelineFile.Parse("pipeline.yml", text, faults), faults, missing.Add);
        Assert.That(missing, Is.Empty);
    }

    [TestCase("run:\n  paralelism: 3\n", "p.yml:2: 'paralelism' is no key under 'run'; write 'parallelism'")]
    [TestCase("rum:\n  parallelism: 3\n", "p.yml:1: 'rum' is no key at the top; write 'run'")]
    [TestCase("zzzzzzz: 1\n", "p.yml:1: 'zzzzzzz' is no key at the top; known are run, ingest")]
    [TestCase("\nrun:\n  capacity: 0\n", "p.yml:3: run.capacity is '0'; write a whole number from 1 to 4096")]
    [TestCase("run:\n  capacity: many\n", "p.yml:2: run.capacity is 'many'; write a whole number from 1 to 4096")]
    [TestCase("run:\n  capacity:\n", "p.yml:2: run.capacity is nothing; write a whole number from 1 to 4096")]
    [TestCase("run: 3\n", "p.yml:1: run is a group of settings; write 'run:' and its settings indented below")]
    [TestCase("run:\n  capacity: [1, 2]\n", "p.yml:2: run.capacity takes one value; write 'capacity: value' on one line")]
    [TestCase("log:\n  level: loud\n", "p.yml:2: log.level is 'loud'; write one of debug, information, warning, error")]
    [TestCase("run:\n  capacity: 3\n  capacity: 4\n", "p.yml:3: 'capacity' is here a second time (first on line 2); keep one of the two")]
    [TestCase("- run\n", "p.yml:1: write 'key: value' lines")]
    [TestCase("run: {\n", "p.yml:2: not YAML")]
    [TestCase("run: &a\n  capacity: 3\nlog: *a\n", "p.yml:3: not YAML: anchors and aliases are not read; write the value out")]
    [TestCase("run:\n  capacity: 3\n---\nrun:\n", "p.yml:3: only one YAML document is read")]
    public void AFaultIsSaidWithItsLineAndWhatToWrite(string yaml, string expected) =>
        Assert.That(Read(yaml).Faults, Has.Exactly(1).StartsWith(expected));

    [Test]
    public void AllFaultsAreSaidAtOnce() =>
        Assert.That(Read("run:\n  parallelism: -1\n  capacity: 0\nlogs: 1\ningest:\n  fields:\n    idd: x\n").Faults, Has.Count.EqualTo(4));

    [TestCase("")]
    [TestCase("# nothing but a comment\n")]
    [TestCase("run:\n")]
    public void NothingWrittenIsAllDefaults(string yaml)
    {
        var (options, faults) = Read(yaml);
        Assert.That((options, faults.Count), Is.EqualTo((new PipelineOptions(), 0)));
    }

    [Test]
    public void WhatIsWrittenIsTaken()
    {
        var (options, _) = Read("run:\n  parallelism: 3\ningest:\n  fields:\n    text: body\nlog:\n  level: warning\n  file: run.log\n");
        Assert.That(
            (options.Run.Parallelism, options.Ingest.Fields.Text, options.Log.Level, options.Log.File),
            Is.EqualTo((3, "body", LogLevel.Warning, "run.log")));
    }

    static (PipelineOptions Options, List<string> Faults) Read(string yaml)
    {
        var faults = new Faults("p.yml");
        using var text = new StringReader(yaml);
        var options = PipelineReader.Read(PipelineFile.Parse("p.yml", text, faults), faults);
        return (options, faults.Messages.ToList());
    }
}
