using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Knowledge.Dates;
using Extraction.Relate.Anchors;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Syntax;

/// <summary>A mention of an authority: tokens <c>[First, End)</c> of a sentence.</summary>
public readonly record struct AuthorityMention(int First, int End, int Head, AuthorityEntry Entry);

/// <summary>
/// One sentence as this room works on it: token numbers start at 0 in each sentence, dependents are at hand, and lexicon
/// matches are made once.
/// </summary>
public sealed class SentenceView
{
    readonly int[] heads;
    readonly int[] firstChild;
    readonly int[] nextSibling;
    readonly int[] nameAt;
    readonly int[] authorityAt;
    readonly int[] clusters;
    readonly RelateKnowledge knowledge;
    bool[]? dateAt;
    TriggerWord?[]? triggers;

    internal SentenceView(AnnotatedDocument document, int number, ReadOnlySpan<NameMention> names, RelateKnowledge knowledge)
    {
        Document = document;
        Number = number;
        Sentence = document.Sentences[number];
        Kind = document.Article.Blocks[Sentence.Block].Kind;
        var n = Sentence.Count;
        heads = new int[n];
        firstChild = Filled(n);
        nextSibling = Filled(n);
        nameAt = Filled(n);
        authorityAt = Filled(n);
        for (var i = n - 1; i >= 0; i--)
        {
            var head = this[i].Head;
            heads[i] = head < 0 ? -1 : head - Sentence.First;
            if (heads[i] < 0)
            {
                Root = i;
                continue;
            }

            nextSibling[i] = firstChild[heads[i]];
            firstChild[heads[i]] = i;
        }

        Names = FindNames(ListEntries.Join(document, Sentence, CompanyNames.Join(document, names)));
        Authorities = FindAuthorities(knowledge.Authorities);
        this.knowledge = knowledge;
        clusters = new int[n];
        for (var i = 0; i < n; i++) clusters[i] = knowledge.Clusters.Find(this[i].Form);
    }

    public AnnotatedDocument Document { get; }

    /// <summary>The article's view that it belongs to.</summary>
    public required DocumentView View { get; init; }

    /// <summary>Kept by the finder of nominals. A view belongs to one reading thread.</summary>
    internal IReadOnlyList<Nominal>? Nominals { get; set; }

    /// <summary>Kept by the finder of anchors.</summary>
    internal IReadOnlyList<Anchor>? Anchors { get; set; }

    /// <summary>Kept by the chooser of topics: the measures and the objectives that its words mention.</summary>
    internal (ImmutableArray<string> Measures, ImmutableArray<string> Objectives)? Topics { get; set; }

    /// <summary>Its number in the document.</summary>
    public int Number { get; }

    public Sentence Sentence { get; }

    public BlockKind Kind { get; }

    public int Root { get; }

    public int Count => Sentence.Count;

    /// <summary>Names in it, with token numbers of the sentence.</summary>
    public ImmutableArray<NameMention> Names { get; }

    public ImmutableArray<AuthorityMention> Authorities { get; private set; }

    public Token this[int i] => Document.Tokens[Sentence.First + i];

    public string Lemma(int i) => i < 0 || i >= Count ? "#" : this[i].Lemma;

    public string Form(int i) => i < 0 || i >= Count ? "#" : this[i].Form;

    /// <summary>The fine cluster that a token's word is in; "-" for a rare word, "#" outside the sentence.</summary>
    public string Fine(int i) => i < 0 || i >= Count ? "#" : knowledge.Clusters.Fine(clusters[i]);

    /// <summary>The coarse cluster that a token's word is in; "-" for a rare word, "#" outside the sentence.</summary>
    public string Coarse(int i) => i < 0 || i >= Count ? "#" : knowledge.Clusters.Coarse(clusters[i]);

    public string Deprel(int i) => this[i].Deprel;

    public string Xpos(int i) => this[i].Xpos;

    public Upos Upos(int i) => this[i].Upos;

    /// <summary>Index of the head in the sentence, or -1.</summary>
    public int Head(int i) => heads[i];

    public ChildList Children(int i) => new(firstChild, nextSibling, i);

    /// <summary>The first dependent with this relation, or -1. A relation without a subtype matches its subtypes too.</summary>
    public int Child(int i, string deprel)
    {
        foreach (var c in Children(i))
            if (Is(c, deprel)) return c;
        return -1;
    }

    /// <summary>True if the token has this relation to its head, with or without a subtype.</summary>
    public bool Is(int i, string deprel)
    {
        var d = Deprel(i);
        return d == deprel || (d.Length > deprel.Length && d[deprel.Length] == ':' && d.StartsWith(deprel, StringComparison.Ordinal));
    }

    /// <summary>The name that covers this token, as an index into <see cref="Names"/>, or -1.</summary>
    public int NameAt(int i) => nameAt[i];

    /// <summary>True if the tables of places know the name.</summary>
    public bool Places(NameMention name)
    {
        var tokens = Document.Tokens.AsSpan()[Sentence.First..Sentence.End];
        return Knowledge.Places.Default.TryMatch(tokens, name.First, out _, out var length) && name.First + length >= name.End;
    }

    /// <summary>The authority that covers this token, as an index into <see cref="Authorities"/>, or -1.</summary>
    public int AuthorityAt(int i) => authorityAt[i];

    /// <summary>The act that this token can state, or null.</summary>
    public TriggerWord? TriggerAt(int i) => (triggers ??= FindTriggers())[i];

    /// <summary>True if a date expression covers the token, its preposition left out.</summary>
    public bool IsDate(int i) => dateAt is not null && dateAt[i];

    internal void Mark(DateExpression date)
    {
        dateAt ??= new bool[Count];
        for (var i = date.Core; i < date.End; i++) dateAt[i - Sentence.First] = Document.Tokens[i].Form is not ("(" or ")");
    }

    public TextRange RangeOf(int first, int end) => new(this[first].Range.Start, this[end - 1].Range.End);

    /// <summary>True if <paramref name="i"/> is <paramref name="ancestor"/> or depends on it, however far.</summary>
    public bool IsUnder(int i, int ancestor)
    {
        for (var steps = 0; i >= 0 && steps <= Count; steps++, i = heads[i])
            if (i == ancestor) return true;
        return false;
    }

    /// <summary>The head of a phrase: its first token whose own head lies outside.</summary>
    public int HeadOf(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (heads[i] < first || heads[i] >= end) return i;
        return end - 1;
    }

    /// <summary>Says of each authority found so far what the article shows it to be; null takes the mention back.</summary>
    internal void Resolve(Func<AuthorityMention, AuthorityEntry?> resolve)
    {
        var kept = ImmutableArray.CreateBuilder<AuthorityMention>();
        Array.Fill(authorityAt, -1);
        foreach (var m in Authorities)
        {
            if (resolve(m) is not { } entry) continue;
            for (var k = m.First; k < m.End; k++) authorityAt[k] = kept.Count;
            kept.Add(m with { Entry = entry });
        }

        Authorities = kept.ToImmutable();
    }

    static int[] Filled(int n)
    {
        var array = new int[n];
        Array.Fill(array, -1);
        return array;
    }

    TriggerWord?[] FindTriggers()
    {
        var found = new TriggerWord?[Count];
        for (var i = 0; i < found.Length; i++) found[i] = TriggerLexicon.Default.Find(this[i]);
        return found;
    }

    ImmutableArray<NameMention> FindNames(List<NameMention> names)
    {
        var found = new List<NameMention>(names.Count);
        foreach (var whole in names)
        {
            // "Similarly Gholamreza Soleimani": an adverb at the start of a sentence is no part of a name.
            var name = whole;
            while (name.End - name.First > 1 && Document.Tokens[name.First] is { Upos: Documents.Upos.Adv } && name.First == Sentence.First) name = name with { First = name.First + 1 };
            found.Add(name with { First = name.First - Sentence.First, End = name.End - Sentence.First });
        }

        found = NameEdges.Settle(this, found);
        for (var at = 0; at < found.Count; at++)
            for (var i = found[at].First; i < found[at].End; i++) nameAt[i] = at;
        return [.. found];
    }

    ImmutableArray<AuthorityMention> FindAuthorities(AuthorityLexicon lexicon)
    {
        var found = ImmutableArray.CreateBuilder<AuthorityMention>();
        var tokens = Document.Tokens.AsSpan()[Sentence.First..Sentence.End];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!lexicon.TryMatch(tokens, i, out var entry, out var length)) continue;
            for (var k = i; k < i + length; k++) authorityAt[k] = found.Count;
            found.Add(new(i, i + length, HeadOf(i, i + length), entry));
            i += length - 1;
        }

        return found.ToImmutable();
    }
}

/// <summary>The dependents of a token, left to right, without allocation.</summary>
public readonly struct ChildList(int[] first, int[] next, int parent)
{
    public ChildEnumerator GetEnumerator() => new(next, first[parent]);
}

public struct ChildEnumerator(int[] next, int start)
{
    int at = -2;

    public readonly int Current => at;

    public bool MoveNext() => (at = at == -2 ? start : next[at]) >= 0;
}
