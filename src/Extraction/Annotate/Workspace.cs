using Extraction.Annotate.Parse;
using Extraction.Annotate.Tokenize;
using Extraction.Documents;

namespace Extraction.Annotate;

/// <summary>Arrays of one annotation at a time, kept for the next: no allocation per word but for its strings.</summary>
internal sealed class Workspace
{
    private const int Cached = 4096;
    private readonly string?[] _forms = new string?[Cached];

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

    /// <summary>The form of some plain characters; the same string again where it was seen not long ago.</summary>
    public string Form(ReadOnlySpan<char> plain)
    {
        if (plain.Length > 24)
            return PlainText.Form(plain);
        var slot = (int)(Learning.Hashing.Of(plain) >> 20) & (Cached - 1);
        var cached = _forms[slot];
        if (cached is not null && plain.SequenceEqual(cached))
            return cached;
        var form = PlainText.Form(plain);
        if (form.Length == plain.Length)
            _forms[slot] = form;
        return form;
    }
}
