using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Reading;
using Extraction.Relate.Syntax;

namespace Extraction.Tests.Relate.Reading;

public sealed class ChunksTests
{
    const int Sentences = 2000, Tokens = 10, Introduction = 900;

    [Test]
    public void APieceKnowsTheBeginningAndWhatItsListIsIntroducedBy()
    {
        var document = Document(number => number < 4 || number == Introduction ? BlockKind.Paragraph : BlockKind.ListItem);
        var pieces = Chunks.Of(document).ToList();
        Assert.That(pieces, Has.Count.GreaterThan(2));
        Assert.That(pieces.SelectMany(p => p.Own.ToArray()).Select(s => s.Number), Is.EqualTo(Enumerable.Range(0, Sentences)));
        Assert.That(pieces[0].Context, Is.Zero);
        Assert.That(pieces[^1].Sentences.ToArray().Take(pieces[^1].Context).Select(s => s.Number), Is.EqualTo(new[] { 0, 1, 2, 3, Introduction }));
    }

    static DocumentView Document(Func<int, BlockKind> kind)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var number = 0; number < Sentences; number++)
        {
            var (first, start) = (tokens.Count, number * Tokens * 2);
            for (var i = 0; i < Tokens; i++) tokens.Add(new(new(start + (2 * i), start + (2 * i) + 1), "a", "a", Upos.Noun, "NN", i == 0 ? -1 : first, i == 0 ? "root" : "dep"));
            sentences.Add(new(first, tokens.Count, new(start, start + (Tokens * 2) - 1), number));
            blocks.Add(new(kind(number), new(start, start + (Tokens * 2) - 1)));
        }

        var text = string.Concat(Enumerable.Repeat("a ", Sentences * Tokens));
        var noClusters = new WordClusters(SectionFile.Read(SectionFile.Write((WordClusters.WordsSection, PackedMap.Pack(new Dictionary<ulong, ushort>())), (WordClusters.CoarseSection, []))));
        var article = new Article("long", 1, null, null, PublishedBasis.None, null, text, [.. blocks]);
        return new(new(article, tokens.ToImmutable(), sentences.ToImmutable(), []), new(AuthorityLexicon.Default, noClusters));
    }
}
