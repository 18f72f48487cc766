using Extraction.Annotate.Parse;
using Extraction.Annotate.Tag;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;
using Extraction.Learning;

namespace Extraction.Annotate;

/// <summary>Arrays of one annotation at a time, kept for the next: no allocation per word but for its strings.</summary>
internal sealed class Workspace
{
    private const int Cached = 4096;
    private const int LongestCached = 24;
    private readonly CachedWord[] _cache = new CachedWord[Cached];

    public char[] Plain = new char[4096];
    public Word[] Words = new Word[128];
    public byte[] Tags = new byte[128];
    public byte[] Labels = new byte[128];

    public List<TextSlice> Slices { get; } = [];

    public List<int> Ends { get; } = [];

    public List<string> Forms { get; } = [];

    public List<string> AllForms { get; } = [];

    public List<(int First, int End, bool Headline)> Casings { get; } = [];

    public List<NameMention> Names { get; } = [];

    public ParseState State { get; } = new();

    /// <summary>Makes room for a sentence.</summary>
    public void Fit(int words)
    {
        if (words <= Words.Length)
            return;
        Words = new Word[2 * words];
        Tags = new byte[2 * words];
        Labels = new byte[2 * words];
    }

    /// <summary>The form and the word of some plain characters, as prose has them; from the cache where they were seen not long ago.</summary>
    public string Read(ReadOnlySpan<char> plain, WordClusters clusters, out Word word)
    {
        if (plain.Length > LongestCached)
        {
            var longer = PlainText.Form(plain);
            word = Word.Of(longer, Casing.Prose, clusters);
            return longer;
        }

        ref var cached = ref _cache[Slot(plain)];
        if (cached.Form is { } known && plain.SequenceEqual(known))
        {
            word = cached.Word;
            return known;
        }

        var form = PlainText.Form(plain);
        word = Word.Of(form, Casing.Prose, clusters);
        if (form.Length == plain.Length)
            cached = new CachedWord { Form = form, Word = word };
        return form;
    }

    /// <summary>The lemma of a form that <see cref="Read"/> gave.</summary>
    public string Lemma(Lemmatizer lemmas, string form, Upos upos)
    {
        if (form.Length > LongestCached)
            return lemmas.Lemma(form, upos);
        ref var cached = ref _cache[Slot(form)];
        if (!ReferenceEquals(cached.Form, form))
            return lemmas.Lemma(form, upos);
        if (cached.Lemma is null || cached.Upos != upos)
            (cached.Lemma, cached.Upos) = (lemmas.Lemma(form, upos), upos);
        return cached.Lemma;
    }

    private static int Slot(ReadOnlySpan<char> plain) => (int)(Hashing.Of(plain) >> 20) & (Cached - 1);

    private struct CachedWord
    {
        public string? Form;
        public Word Word;
        public string? Lemma;
        public Upos Upos;
    }
}
