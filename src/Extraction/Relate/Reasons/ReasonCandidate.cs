using Extraction.Documents;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reasons;

/// <summary>A span that could be the reason: tokens <c>[First, End)</c> of a sentence.</summary>
/// <param name="Sentence">Where it stands.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Cue">What introduces it ("accused of", "who", "relcl").</param>
/// <param name="CueAt">Where the introduction starts.</param>
/// <param name="EndRule">Why it ends there: "sentence", "comma", "clause", "quote".</param>
public sealed record ReasonCandidate(SentenceView Sentence, int First, int End, string Cue, int CueAt, string EndRule)
{
    public TextRange Range => Sentence.RangeOf(First, End);
}
