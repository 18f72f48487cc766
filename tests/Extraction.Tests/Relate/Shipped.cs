using Extraction.Annotate;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate;
using Extraction.Relate.Reading;
using Extraction.Relate.Scoring;
using Extraction.Tests.House;

namespace Extraction.Tests.Relate;

/// <summary>The rooms from Annotate to Relate with the models that the repository ships.</summary>
static class Shipped
{
    static readonly string Models = Repository.Path("models");
    static readonly Lazy<Annotator> Annotator = new(() => Extraction.Annotate.Annotator.Load(Models));
    static readonly Lazy<Relator> Relator = new(() => new(new NetworkReader(ReadingModel.Load(Models), new()), RelationModels.Load(Models), new(AuthorityLexicon.Default, WordClusters.Load(Models)), new()));

    /// <summary>Reads paragraphs, parted by blank lines, as one article.</summary>
    public static IEnumerable<SanctionEvent> Read(string text, DateOnly? published)
    {
        var blocks = new List<Block>();
        for (var (start, at) = (0, 0); start < text.Length; start = at + 2)
        {
            at = text.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var end ? end : text.Length;
            blocks.Add(new(BlockKind.Paragraph, new(start, at)));
        }

        var article = new Article("case", 1, null, published, published is null ? PublishedBasis.None : PublishedBasis.Source, null, text, [.. blocks]);
        return Relator.Value.Relate(Annotator.Value.Annotate(article)).Events;
    }
}
