using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Syntax;

namespace Extraction.Tests.Relate.Reading;

/// <summary>Documents without models: every token a noun, in names of persons a proper one, that depends on the first.</summary>
static class Flat
{
    static readonly WordClusters NoClusters = new(SectionFile.Read(SectionFile.Write(
        (WordClusters.WordsSection, PackedMap.Pack(new Dictionary<ulong, ushort>())), (WordClusters.CoarseSection, []))));

    public static SentenceView Sentence(int tokens) => Document(string.Join(' ', Enumerable.Range(0, tokens).Select(i => $"w{i}"))).Sentences[0];

    /// <param name="text">One sentence, tokens parted by spaces.</param>
    /// <param name="names">Names in it.</param>
    public static DocumentView Document(string text, params NameMention[] names) => Document(text, [], names);

    /// <param name="text">Tokens parted by spaces, sentences by "//".</param>
    /// <param name="verbs">Its finite verbs.</param>
    /// <param name="names">Names in it.</param>
    /// <param name="numbers">Its numbers.</param>
    public static DocumentView Document(string text, string[] verbs, NameMention[] names, string[]? numbers = null)
    {
        var tokens = new List<Token>();
        var sentences = new List<Sentence>();
        var (at, first) = (0, 0);
        void Close()
        {
            sentences.Add(new(first, tokens.Count, new(tokens[first].Range.Start, tokens[^1].Range.End), 0));
            first = tokens.Count;
        }

        foreach (var form in text.Split(' '))
        {
            if (form == "//")
            {
                Close();
                at += form.Length + 1;
                continue;
            }

            var i = tokens.Count;
            var (upos, xpos) = verbs.Contains(form) ? (Upos.Verb, "VBD") : numbers?.Contains(form) == true ? (Upos.Num, "CD")
                : Array.Exists(names, n => n.Type == NameType.Person && n.First <= i && i < n.End) ? (Upos.Propn, "NNP") : (Upos.Noun, "NN");
            tokens.Add(new(new(at, at + form.Length), form, form.ToLowerInvariant(), upos, xpos, tokens.Count == first ? -1 : first, tokens.Count == first ? "root" : "dep"));
            at += form.Length + 1;
        }

        Close();
        var article = new Article("flat", 1, null, null, PublishedBasis.None, null, text, [new(BlockKind.Paragraph, new(0, text.Length))]);
        return new(new(article, [.. tokens], [.. sentences], [.. names]), new(AuthorityLexicon.Default, NoClusters));
    }
}
