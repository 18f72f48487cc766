using System.Collections.Immutable;
using System.Globalization;
using Extraction.Training.Corpus;

namespace Extraction.Training.Loop;

/// <summary>Keeps the articles that measure out of those that teach.</summary>
static class Overlap
{
    static readonly ImmutableArray<string> Frozen = ["dev", "test"];

    /// <summary>A fault for every reviewed article that the splits that measure hold, by its name or by its text.</summary>
    public static IEnumerable<string> Faults(string corpus, IEnumerable<ReviewedArticle> articles)
    {
        var frozen = Frozen.Select(split => (split, Path.Combine(corpus, split))).Where(s => Directory.Exists(s.Item2))
            .SelectMany(s => CorpusReader.Read(s.Item2).Select(d => (Split: s.split, d.Name, Shingles: NearCopies.Shingles(CorpusLint.Page(d))))).ToList();
        foreach (var article in articles)
        {
            var stem = Path.GetFileNameWithoutExtension(article.Line.DocumentId);
            var shingles = NearCopies.Shingles($"{article.Line.Title}\n{article.Line.Text}");
            foreach (var (split, name, theirs) in frozen)
            {
                var share = NearCopies.Share(shingles.Count(theirs.Contains), shingles, theirs);
                if (stem == name || share > NearCopies.AcrossSplits)
                    yield return string.Create(CultureInfo.InvariantCulture, $"{article.Name}: is {name} of corpus/{split} ({share:P0} of the text is the same), which only measures; take it out of the reviewed file");
            }
        }
    }
}
