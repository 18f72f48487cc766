using System.Collections.Immutable;

namespace Extraction.Training.Annotate;

/// <summary>A hand-annotated sentence of a treebank. Heads are indices; the root's head is the sentence's length.</summary>
/// <param name="Id">Its name in the treebank.</param>
/// <param name="Forms">Words, typography made plain.</param>
/// <param name="Tags">"UPOS XPOS".</param>
/// <param name="SpaceAfter">Whether the text has a space behind the word.</param>
/// <param name="Lemmas">Dictionary forms.</param>
/// <param name="Heads">Index of each word's head.</param>
/// <param name="Relations">Universal relation with its subtype.</param>
/// <param name="Misc">The last column, as it stands.</param>
public sealed record TreeSentence(
    string Id,
    ImmutableArray<string> Forms,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Lemmas,
    ImmutableArray<int> Heads,
    ImmutableArray<string> Relations,
    ImmutableArray<bool> SpaceAfter,
    ImmutableArray<string> Misc)
{
    public int Count => Forms.Length;
}
