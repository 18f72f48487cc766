using System.IO.Compression;
using System.Text;

namespace Extraction.Cli.Tests;

/// <summary>Every bad input costs itself and nothing else, and is named with its file and line.</summary>
[TestFixture]
public sealed class BadInputTests
{
    const string Good = "Sanctions\n\nThe European Union imposed sanctions on Belarus on Monday.\n";

    static IEnumerable<TestCaseData> BadFiles()
    {
        yield return File("binary.txt", [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31 % 251))], "ingest/binary");
        yield return File("broken.txt.gz", Gzip(Good)[..20], "ingest/broken-gzip");
        yield return File("notgzip.txt.gz", Encoding.UTF8.GetBytes(Good), "ingest/broken-gzip");
        yield return File("broken.json", "{\"maintext\": \"x"u8.ToArray(), "ingest/bad-json");
        yield return File("huge.txt", Encoding.UTF8.GetBytes(new string('x', 40 << 20)), "ingest/too-large");

        static TestCaseData File(string name, byte[] bytes, string code) => new TestCaseData(name, bytes, code).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(BadFiles))]
    public async Task ABadFileFailsAloneAndIsNamed(string name, byte[] bytes, string code)
    {
        using var box = Box().Write($"in/{name}", bytes);
        var run = await Run(box);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1), run.Error);
            Assert.That(box.Issues(), Is.EqualTo(new[] { $"{code} {name}" }));
            Assert.That(run.Error, Does.Contain($"/in/{name}: "));
            Assert.That(Articles(box), Is.EqualTo(new[] { "a.txt", "z.txt" }));
        });
    }

    [TestCase("")]
    [TestCase("\n \n\t\n")]
    public async Task AnEmptyFileIsSkippedAndCounted(string text)
    {
        using var box = Box().Write("in/empty.txt", text);
        var run = await Run(box);
        Assert.That((run.Code, Articles(box).Count), Is.EqualTo((0, 2)), run.Error);
        Assert.That(run.Error, Does.Match("Skipped +1: (empty|no-article) 1"));
    }

    [Test]
    public async Task InvalidUtf8IsReadAllTheSame()
    {
        using var box = Box().Write("in/latin.txt", [.. "Title\n\nThe council of M"u8, 0xFC, .. "nster imposed sanctions on Iran.\n"u8]);
        var run = await Run(box);
        Assert.That((run.Code, Articles(box).Count), Is.EqualTo((0, 3)), run.Error);
        Assert.That((string)box.Json("articles.jsonl")[1]["text"]!, Does.Contain("Münster"));
    }

    [Test]
    public async Task ZeroBytesInTextAreReadOver()
    {
        using var box = Box().Write("in/nul.txt", "Title\n\nThe European Union\0 imposed sanctions on Belarus on Monday, the Council said.\n");
        var run = await Run(box);
        Assert.That((run.Code, Articles(box).Count), Is.EqualTo((0, 3)), run.Error);
    }

    [Test]
    public async Task ALineOfTwoHundredMegabytesIsPassedOver()
    {
        using var box = Box();
        await using (var stream = File.Create(box["in/long.jsonl"]))
        {
            await stream.WriteAsync("{\"id\": \"before\", \"text\": \"The EU sanctioned Iran.\"}\n{\"text\": \""u8.ToArray());
            var megabyte = Enumerable.Repeat((byte)'x', 1 << 20).ToArray();
            for (var i = 0; i < 200; i++)
            {
                await stream.WriteAsync(megabyte);
            }

            await stream.WriteAsync("\"}\n{\"id\": \"behind\", \"text\": \"The EU sanctioned Iran.\"}\n"u8.ToArray());
        }

        var run = await Run(box);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1), run.Error);
            Assert.That(run.Error, Does.Contain("/in/long.jsonl:2: the line is longer than 32 MiB"));
            Assert.That(Articles(box), Is.EqualTo(new[] { "a.txt", "before", "behind", "z.txt" }));
        });
    }

    [Test]
    public async Task HtmlNestedAHundredThousandDeepHarmsNothing()
    {
        var deep = new StringBuilder("<html><body>").Insert(12, "<div>", 100_000).Append("<p>The EU imposed sanctions on Iran.</p>");
        using var box = Box().Write("in/deep.html", deep.ToString());
        var run = await Run(box);
        Assert.That(run.Code, Is.AnyOf(0, 1), run.Error);
        Assert.That(Articles(box), Is.SupersetOf(new[] { "a.txt", "z.txt" }));
    }

    [Test]
    public async Task AFolderThatCannotBeReadIsNamed()
    {
        // Root may read everything, so the folder is a pattern's start below a file.
        using var box = Box().Write("in/file", "");
        var run = await box.Run("run", "in/file/*.txt", "--out", "r.jsonl");
        Assert.That((run.Code, run.Error), Is.EqualTo((2, $"in/file/*.txt: the folder that this pattern starts from does not exist{Environment.NewLine}")));
    }

    [Test]
    public async Task ABrokenLineInTheMiddleIsNamedWithItsNumber()
    {
        using var box = Box().Write("in/b.jsonl", "{\"id\": \"1\", \"text\": \"The EU sanctioned Iran.\"}\n{\"id\": \"2\", \"te\n{\"id\": \"3\", \"text\": \"The EU sanctioned Iran.\"}\n");
        var run = await Run(box);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(1));
            Assert.That(run.Error, Does.Contain("/in/b.jsonl:2: broken JSON"));
            Assert.That(box.Issues(), Is.EqualTo(new[] { "ingest/bad-json b.jsonl#2" }));
            Assert.That(Articles(box), Is.EqualTo(new[] { "a.txt", "1", "3", "z.txt" }));
        });
    }

    [Test]
    public async Task AllFaultsOfTheConfigurationAreSaidBeforeAnythingRuns()
    {
        using var box = Box().Write("p.yml", "run:\n  paralel: 2\n  capacity: 0\n");
        var run = await box.Run("run", "in", "--config", "p.yml", "--out", "r.jsonl");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("p.yml:2: 'paralel' is no key under 'run'; write 'parallelism'").And.Contain("p.yml:3: run.capacity is '0'"));
            Assert.That(File.Exists(box["r.jsonl"]), Is.False);
        });
    }

    [TestCase("--out", "nowhere/r.jsonl")]
    [TestCase("--articles", "nowhere/a.jsonl")]
    [TestCase("--issues", "nowhere/i.jsonl")]
    public async Task AnOutputFolderThatDoesNotExistIsNamed(string option, string path)
    {
        using var box = Box();
        var run = await box.Run(["run", "in", option, path, .. option == "--out" ? Array.Empty<string>() : ["--out", "r.jsonl"]]);
        Assert.That((run.Code, File.Exists(box["r.jsonl"])), Is.EqualTo((2, false)));
        Assert.That(run.Error, Does.Contain("nowhere").And.Not.Contain("Unhandled"));
    }

    [Test]
    public async Task AFullDiskStopsTheRunAndNothingIsPublished()
    {
        using var box = Box();
        var run = await box.Run("run", "in", "--out", "r.jsonl", "--articles", "/dev/full");
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("/dev/full: cannot be written: No space left on device"));
            Assert.That(Directory.EnumerateFiles(box.Root), Is.Empty);
        });
    }

    [Test]
    public async Task ANameWithControlCharactersSteersNoTerminal()
    {
        using var box = Box().Write("in/b\e[31mred\n.txt", "%PDF-1.7"u8.ToArray());
        var run = await Run(box);
        Assert.That(run.Error, Does.Contain("b\uFFFD[31mred\uFFFD.txt: is a PDF file").And.Not.Contain("\e["));
    }

    [Test]
    public async Task AnInputThatIsNotThereIsNamedBeforeAnythingRuns()
    {
        using var box = Box();
        var run = await box.Run("run", "in", "inn", "--out", "r.jsonl");
        Assert.That((run.Code, run.Error, File.Exists(box["r.jsonl"])), Is.EqualTo((2, $"inn: no such file or folder (use - for JSON Lines on standard input){Environment.NewLine}", false)));
    }

    [TestCase("run", "in", "--out", "x.jsonl", "--articles", "./x.jsonl")]
    [TestCase("run", "in/a.txt", "--out", "in/a.txt")]
    [TestCase("run", "in/a.txt", "--out", "r.jsonl", "--to", "csv:in/a.txt")]
    [TestCase("run", "in/a.txt", "--out", "r.jsonl", "--to", "csv:r.jsonl")]
    [TestCase("run", "in", "--articles", "-")]
    [TestCase("run", "in", "--published", "7 December")]
    [TestCase("run")]
    [TestCase("run", "in", "--no-such-option")]
    [TestCase("evaluate", "nowhere")]
    [TestCase("evaluate", "in", "--config", "nowhere.yml")]
    [TestCase("train", "nosuchmodel")]
    [TestCase("train", "tagger", "--data", "nowhere")]
    public async Task ACommandThatCannotRunSaysWhyAndEndsWithTwo(params string[] arguments)
    {
        using var box = Box();
        var run = await box.Run(arguments);
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.EqualTo(2));
            Assert.That(run.Error, Is.Not.Empty.And.Not.Contain("Unhandled"));
            Assert.That(File.ReadAllText(box["in/a.txt"]), Is.EqualTo(Good));
        });
    }

    [TestCase("--bogus: is no option of 'run'; 'extraction run --help' lists them\n--min-confidence: is no option of 'run'; it is relate.min_confidence in pipeline.yml\n", "run", "in", "--bogus", "--min-confidence", "0.8")]
    [TestCase("--bogus: is no option of 'load'; 'extraction load --help' lists them\n", "load", "in/a.txt", "--to", "sqlite:s.db", "--bogus=1")]
    [TestCase("--bogus: is no option of 'review export'; 'extraction review export --help' lists them\n", "review", "export", "r.jsonl", "--bogus")]
    public async Task UnknownOptionsAreSaidAllAtOnce(string message, params string[] arguments)
    {
        using var box = Box();
        var run = await box.Run(arguments);
        Assert.That((run.Code, run.Error), Is.EqualTo((2, message)));
    }

    [TestCase("in", "in: there are no annotations: a folder needs a NAME.gold.json beside each NAME.txt or NAME.html")]
    [TestCase("none.jsonl", "none.jsonl: there are no annotations")]
    public async Task WithoutAnnotationsNothingIsEvaluated(string gold, string message)
    {
        using var box = Box().Write("none.jsonl", "");
        var run = await box.Run("evaluate", gold);
        Assert.That((run.Code, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith(message));
    }

    [TestCase("2", "--min-confidence takes a number from 0 to 1.")]
    [TestCase("-0.1", "--min-confidence takes a number from 0 to 1.")]
    [TestCase("NaN", "--min-confidence takes a number from 0 to 1.")]
    [TestCase("much", "much")]
    public async Task AConfidenceIsFromZeroToOne(string confidence, string message)
    {
        using var box = Box().Write("gold.jsonl", "{\"doc\": \"d\", \"records\": []}\n").Write("r.jsonl", "");
        var run = await box.Run("evaluate", "gold.jsonl", "--predictions", "r.jsonl", "--min-confidence", confidence);
        var fine = await box.Run("evaluate", "gold.jsonl", "--predictions", "r.jsonl", "--min-confidence", "1");
        Assert.That((run.Code, fine.Code), Is.EqualTo((2, 0)), fine.Error);
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("Unhandled"));
    }

    [TestCase("2024-13-45")]
    [TestCase("not a date")]
    [TestCase("12/03/2024")]
    [TestCase("1024-03-12")]
    public async Task APublicationDateThatCannotBeKnownIsNamed(string published)
    {
        using var box = Dated(published);
        var run = await Run(box);
        Assert.Multiple(() =>
        {
            Assert.That((run.Code, (string?)box.Json("articles.jsonl")[1]["published"]), Is.EqualTo((0, (string?)null)), run.Error);
            Assert.That(box.Issues(), Is.EqualTo(new[] { "clean/bad-date d" }));
            Assert.That((string)box.Json("issues.jsonl")[0]["message"]!, Does.Contain($"'{published}'"));
            Assert.That((string)box.Json("issues.jsonl")[0]["lost"]!, Is.EqualTo("part"));
        });
    }

    [TestCase("2024-03-12")]
    [TestCase("2024-03-12T08:00:00Z")]
    [TestCase("12 March 2024")]
    [TestCase("13/03/2024")]
    [TestCase("1710230400")]
    [TestCase("")]
    public async Task APublicationDateThatIsReadGivesNoIssue(string published)
    {
        using var box = Dated(published);
        var run = await Run(box);
        Assert.That((run.Code, box.Issues().Count), Is.EqualTo((0, 0)), run.Error);
    }

    static Sandbox Dated(string published) => Box().Write("in/d.jsonl", $$"""{"id": "d", "published": "{{published}}", "text": "The European Union imposed sanctions on Belarus on Monday."}""");

    [Test]
    public async Task AFileMayBeCalledLikeAnOption()
    {
        using var box = Box().Write("--odd.txt", Good);
        var run = await box.Run("run", "--odd.txt", "--out", "r.jsonl");
        Assert.That(run.Code, Is.Zero, run.Error);
    }

    static Sandbox Box() => new Sandbox().Write("in/a.txt", Good).Write("in/z.txt", Good);

    static Task<Ended> Run(Sandbox box) => box.Run("run", box["in"], "--out", "r.jsonl", "--articles", "articles.jsonl");

    static List<string> Articles(Sandbox box) => [.. box.Json("articles.jsonl").Select(a => (string)a["document_id"]!)];

    static byte[] Gzip(string text)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
