using Extraction.Documents;
using Extraction.Ingest;

namespace Extraction.Tests.Ingest;

[TestFixture]
public sealed class InputsTests
{
    [Test]
    public void AFolderIsReadWithAllBelowInOrdinalOrder()
    {
        using var sample = new Sample();
        foreach (var path in (string[])["b.txt", "a/z.txt", "a/Y.txt", "C.txt", "a-b.txt"])
        {
            sample.Write(path, "words");
        }

        Assert.That(sample.Read().Ids(), Is.EqualTo(new[] { "C.txt", "a/Y.txt", "a/z.txt", "a-b.txt", "b.txt" }));
    }

    [Test]
    public void WhatIsNoArticleIsSkippedWithAReason()
    {
        using var sample = new Sample();
        sample.Write("page.pdf", "words");
        sample.Write(".hidden.txt", "words");
        sample.Write(".git/config.txt", "words");
        sample.Write("empty.txt", "");
        sample.Write("alone.meta.json", "{}");
        Assert.That(sample.Read().Skips(), Is.EquivalentTo(new[]
        {
            "page.pdf unknown-type", ".hidden.txt hidden", ".git hidden", "empty.txt empty", "alone.meta.json sidecar-without-article",
        }));
    }

    [Test]
    public void ALinkToAFolderIsNotFollowed()
    {
        using var sample = new Sample();
        sample.Write("a/x.txt", "words");
        Directory.CreateSymbolicLink(Path.Combine(sample.Root, "a/circle"), sample.Root);
        var items = sample.Read();
        Assert.That((items.Ids().Count(), items.Skips().Single()), Is.EqualTo((2, "a/circle linked-folder")));
    }

    [TestCase("*.txt", "a.txt,b.txt")]
    [TestCase("**/*.txt", "a.txt,b.txt,in/c.txt,in/deep/d.txt")]
    [TestCase("in/**", "c.txt,deep/d.txt,e.html")]
    [TestCase("?.txt", "a.txt,b.txt")]
    [TestCase("*/c*", "in/c.txt")]
    public void AGlobTakesWhatFits(string glob, string expected)
    {
        using var sample = new Sample();
        foreach (var path in (string[])["a.txt", "b.txt", "in/c.txt", "in/deep/d.txt", "in/e.html"])
        {
            sample.Write(path, "words");
        }

        Assert.That(string.Join(',', sample.Read(null, glob).Ids()), Is.EqualTo(expected));
    }

    [Test]
    public void NamedFilesAreCalledByTheirNames()
    {
        using var sample = new Sample();
        sample.Write("a/x.txt", "words");
        sample.Write("b/y.txt", "words");
        Assert.That(sample.Read(null, "a/x.txt", "b/y.txt").Ids(), Is.EqualTo(new[] { "x.txt", "y.txt" }));
    }

    [Test]
    public void InputsThatCouldShareANameAreCalledAsGiven()
    {
        using var sample = new Sample();
        sample.Write("a/x.txt", "words");
        sample.Write("b/x.txt", "words");
        Assert.Multiple(() =>
        {
            Assert.That(sample.Read(null, "a/x.txt", "b/x.txt").Ids(), Is.Unique);
            Assert.That(sample.Read(null, "a", "b").Ids(), Is.Unique);
        });
    }

    [Test]
    public void TheRunsOwnOutputsAreNoInput()
    {
        using var sample = new Sample();
        sample.Write("x.txt", "words");
        var output = sample.Write("records.jsonl", "{}\n");
        Assert.That(Sample.Read([sample.Root], new(), outputs: new HashSet<string> { output }).Ids(), Is.EqualTo(new[] { "x.txt" }));
    }

    [TestCase("nowhere", "no such file or folder")]
    [TestCase("nowhere/*.txt", "the folder that this pattern starts from does not exist")]
    public void AnInputThatIsNotThereIsAFault(string given, string expected)
    {
        var faults = new List<string>();
        Input.Resolve([given], faults);
        Assert.That(faults, Has.Exactly(1).StartsWith(given).And.Contains(expected));
    }

    [Test]
    public void ANamedFileOfUnknownTypeFails()
    {
        using var sample = new Sample();
        sample.Write("page.pdf", "words");
        Assert.That(sample.Read(null, "page.pdf").Faults().Single().Code, Is.EqualTo("ingest/unknown-type"));
    }

    [Test]
    public void AFolderThatCannotBeListedIsAFaultAndLosesNothingElse()
    {
        using var sample = new Sample();
        sample.Write("a/x.txt", "words");
        sample.Write("b/y.txt", "words");
        sample.Write("c.txt", "words");
        var inputs = new Inputs(Input.Resolve([sample.Root], []), new());
        var items = new List<SourceItem>();
        foreach (var piece in inputs.Pieces(default))
        {
            items.AddRange(inputs.Read(piece, default));
            if (Directory.Exists(Path.Combine(sample.Root, "b")))
            {
                // It vanishes between being listed and being opened, as on a network mount.
                Directory.Delete(Path.Combine(sample.Root, "b"), recursive: true);
            }
        }

        Assert.That(items.Ids(), Is.EqualTo(new[] { "a/x.txt", "b", "c.txt" }));
        Assert.That(items.Faults().Single(), Has.Property(nameof(Issue.Code)).EqualTo("ingest/unreadable-folder"));
    }
}
