using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>Universal part of speech (Universal Dependencies v2).</summary>
public enum Upos
{
    Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
}

public enum NameType
{
    Person, Organization, Location, Misc,
}

/// <summary>One token with its analysis. Indices are into <see cref="AnnotatedDocument.Tokens"/>.</summary>
/// <param name="Range">Where it stands in the article's text.</param>
/// <param name="Form">Its characters, with typographic quotes and dashes made plain and soft hyphens dropped; case is kept.</param>
/// <param name="Lemma">Dictionary form, lower case but for proper nouns.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag ("VBD").</param>
/// <param name="Head">Index of its head, or -1 for the root of a sentence.</param>
/// <param name="Deprel">Universal dependency relation with its subtype ("nsubj:pass").</param>
public readonly record struct Token(TextRange Range, string Form, string Lemma, Upos Upos, string Xpos, int Head, string Deprel);

/// <summary>A sentence: tokens <c>[First, End)</c> of one block.</summary>
public readonly record struct Sentence(int First, int End, TextRange Range, int Block)
{
    public int Count => End - First;
}

/// <summary>A mention of a name: tokens <c>[First, End)</c>, never across sentences, never overlapping another.</summary>
public readonly record struct NameMention(int First, int End, NameType Type);

/// <summary>An article with tokens, sentences, dependencies and names, complete and immutable. Annotate makes it; Relate takes it.</summary>
public sealed record AnnotatedDocument(
    Article Article,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<NameMention> Names) : ITraceable
{
    public string DocumentId => Article.DocumentId;

    public string Text => Article.Text;
}

/// <summary>The seam for language models: one call, one article, no state that a caller could see. Safe to call from many threads.</summary>
public interface IAnnotator
{
    /// <summary>Name and version of the models, for <c>extractor</c> in the records.</summary>
    string Version { get; }

    AnnotatedDocument Annotate(Article article);
}
