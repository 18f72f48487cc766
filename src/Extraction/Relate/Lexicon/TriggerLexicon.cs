using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Extraction.Documents;

namespace Extraction.Relate.Lexicon;

/// <summary>One word that can state an act of sanction.</summary>
/// <param name="Lemma">Dictionary form, lower case.</param>
/// <param name="Class">n, v or a.</param>
/// <param name="IsCore">The word alone puts an article in question.</param>
/// <param name="Act">The act it states by itself; null where its verb or its object decides.</param>
/// <param name="Measure">The measure it names, or null.</param>
public sealed record TriggerWord(string Lemma, char Class, bool IsCore, ActKind? Act, string? Measure);

/// <summary>The words that can state an act of sanction (triggers.tsv). A new way to say it starts with a line there.</summary>
public sealed class TriggerLexicon
{
    readonly FrozenDictionary<string, TriggerWord> nouns;
    readonly FrozenDictionary<string, TriggerWord> verbs;

    TriggerLexicon(ImmutableArray<TriggerWord> words)
    {
        Words = words;
        nouns = words.Where(w => w.Class == 'n').ToFrozenDictionary(w => w.Lemma);
        verbs = words.Where(w => w.Class != 'n').ToFrozenDictionary(w => w.Lemma);
    }

    public static TriggerLexicon Default { get; } = Load();

    public ImmutableArray<TriggerWord> Words { get; }

    /// <summary>
    /// What a token can state, or null. The tagger's noun-verb choice is not trusted for words that are both
    /// ("sanctions"): the other class is looked up too.
    /// </summary>
    public TriggerWord? Find(in Token token)
    {
        var first = token.Upos is Upos.Verb or Upos.Adj or Upos.Aux ? verbs : nouns;
        if (first.TryGetValue(token.Lemma, out var word)) return word;
        if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.X)) return null;
        if ((ReferenceEquals(first, verbs) ? nouns : verbs).TryGetValue(token.Lemma, out word)) return word.IsCore ? word : null;
        return token.Upos == Upos.Propn ? FindCapitalised(token.Form) : null;
    }

    /// <summary>True if a word can be a verb that states an act by itself ("target", "sanction").</summary>
    public bool IsVerb(string lemma) => verbs.TryGetValue(lemma, out var word) && word.Act is not null;

    // Headlines: "US Sanctions Three", where the tagger may see a name and the lemma is the form.
    TriggerWord? FindCapitalised(string form)
    {
        var lower = form.ToLowerInvariant();
        foreach (var stem in Stems(lower))
        {
            if (nouns.TryGetValue(stem, out var word) && word.IsCore) return word;
            if (verbs.TryGetValue(stem, out word) && word.IsCore) return word;
        }

        return null;
    }

    static IEnumerable<string> Stems(string form)
    {
        yield return form;
        if (form.EndsWith('s')) yield return form[..^1];
        if (form.EndsWith("es", StringComparison.Ordinal)) yield return form[..^2];
        if (form.EndsWith("ed", StringComparison.Ordinal))
        {
            yield return form[..^2];
            yield return form[..^1];
        }
    }

    static TriggerLexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Extraction.Relate.Lexicon.triggers.tsv")!;
        using var reader = new StreamReader(stream);
        var words = ImmutableArray.CreateBuilder<TriggerWord>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var f = line.Split('\t');
            words.Add(new(f[0], f[1][0], f[2] == "core", f[3] == "-" ? null : Enum.Parse<ActKind>(f[3], true), f[4] == "-" ? null : f[4]));
        }

        return new(words.ToImmutable());
    }
}
