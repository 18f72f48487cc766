using System.Collections.Immutable;
using Extraction.Learning;

namespace Extraction.Training.Loop;

/// <summary>Reviewed articles with the names of the files that they came from, for the models' cards.</summary>
public sealed record ReviewedSource(ImmutableArray<ReviewedArticle> Articles, ImmutableArray<ModelSource> Sources)
{
    /// <exception cref="ReviewedException">With everything that does not fit together.</exception>
    public static ReviewedSource Read(IReadOnlyCollection<string> files) => new(
        ReviewedReader.Read(files),
        [.. files.Select(file => new ModelSource($"{Path.GetFileName(file)}, reviewed articles", "that of the articles", ModelFolder.Hash(File.ReadAllBytes(file))))]);
}
