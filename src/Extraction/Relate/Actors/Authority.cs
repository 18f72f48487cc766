using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Actors;

/// <summary>An authority that may act, and the mention that speaks for it best, if the sentence has one.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Code">ISO 3166-1 alpha-2 or the body's code, or null.</param>
/// <param name="Agency">Agency named, or null.</param>
/// <param name="Sentence">Where the words stand; null where the authority is carried on from before the text at hand.</param>
/// <param name="First">First token of the words.</param>
/// <param name="End">One past the last token of the words.</param>
public sealed record Authority(string Name, string? Code, string? Agency, SentenceView? Sentence, int First, int End)
{
    public TextRange? Range => Sentence?.RangeOf(First, End);
}
