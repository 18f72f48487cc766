using System.Collections.Immutable;
using Extraction.Copies;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Flow;
using Extraction.Tests.Clean;
using Extraction.Tests.Training;

namespace Extraction.Tests.Flow;

[TestFixture]
public sealed class CopyLedgerTests
{
    [Test]
    public async Task TakenUpAgainItKnowsWhatWentBeforeAndNothingBehind()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "r.sketches");
        long length;
        await using (var file = new LineFile(path) { KeepsPartial = true })
        {
            file.Open();
            var first = new CopyLedger(new(new()), file);
            await first.SettleAsync(Article("a", "one"), default);
            await file.FlushAsync(default);
            length = file.Length;
            await first.SettleAsync(Article("lost", "two"), default);
            await file.FlushAsync(default);
        }

        await using var resumed = new LineFile(path);
        resumed.ResumeAt(length);
        var second = new CopyLedger(new(new()), resumed);
        second.Resume(length);
        resumed.Open();
        Assert.That((await second.SettleAsync(Article("b", "one"), default))[0].DuplicateOf, Is.EqualTo("a"));
        Assert.That((await second.SettleAsync(Article("c", "two"), default))[0].DuplicateOf, Is.Null);
    }

    static ArticleRecords Article(string document, string word)
    {
        var text = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"{word}{i % 37}x{i}"));
        var record = new SanctionsRecord { Actor = "A", Action = "impose", Target = "T", Status = "actual", TargetType = "person", Id = "1", EventId = "1", DocumentId = document, Extractor = "x" };
        return new(document, ImmutableArray.Create(record), Sketcher.Of(Cleaning.Plain(text)[0]));
    }
}
