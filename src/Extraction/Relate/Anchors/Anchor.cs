using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Anchors;

/// <summary>
/// A place that may state an act: a trigger word, or (where <see cref="Word"/> is null) a sentence without one that may go
/// on with the act before it: "Those listed also include …", the next bullet.
/// </summary>
/// <param name="Sentence">The sentence it stands in.</param>
/// <param name="Token">The trigger word; the root for a continuation.</param>
/// <param name="Word">The lexicon's entry, or null for a continuation.</param>
/// <param name="Predicate">The verb that governs it; itself where it is that verb.</param>
public sealed record Anchor(SentenceView Sentence, int Token, TriggerWord? Word, int Predicate)
{
    public bool IsContinuation => Word is null;

    /// <summary>The article it stands in.</summary>
    public DocumentView Document => Sentence.View;
}

/// <summary>Finds the anchors of a sentence.</summary>
public static class AnchorFinder
{
    /// <summary>The trigger words of a sentence, left to right; found once.</summary>
    public static IReadOnlyList<Anchor> Find(SentenceView s) => s.Anchors ??= FindAll(s);

    static List<Anchor> FindAll(SentenceView s)
    {
        var found = new List<Anchor>();
        for (var i = 0; i < s.Count; i++)
        {
            var word = s.TriggerAt(i);
            if (word is null || IsPartOfPersonName(s, i)) continue;
            found.Add(new(s, i, word, Paths.Predicate(s, i)));
        }

        return found;
    }

    public static Anchor Continuation(SentenceView s) => new(s, s.Root, null, s.Root);

    static bool IsPartOfPersonName(SentenceView s, int i)
    {
        var name = s.NameAt(i);
        return name >= 0 && s.Names[name].Type == Documents.NameType.Person && s.Names[name].End - s.Names[name].First > 1;
    }
}
