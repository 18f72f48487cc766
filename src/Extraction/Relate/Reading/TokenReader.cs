using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Relate.Anchors;
using Extraction.Relate.Lexicon;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Reading;

/// <summary>Makes the network's inputs of an article: a vector and a bag of features for every token.</summary>
public sealed class TokenReader(WordVectors vectors, IFeatureIndex index)
{
    /// <summary>Words as frequent as these mean something in a name too ("bank", "ministry").</summary>
    const int CommonWords = 8000;

    static readonly ulong Edge = Hashing.Of("#");

    readonly List<int> rows = [];

    /// <summary>The inputs of the tokens of some sentences of an article.</summary>
    /// <param name="sentences">In order, without gaps.</param>
    public TokenInputs Read(ReadOnlySpan<SentenceView> sentences)
    {
        rows.Clear();
        var count = 0;
        foreach (var s in sentences) count += s.Count;
        var starts = new int[count + 1];
        var heads = new int[count];
        var names = new int[count];
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var values = new float[count * vectors.Dimensions];
        var at = 0;
        foreach (var s in sentences)
        {
            var first = at;
            var acts = ActsOf(s);
            var words = WordsOf(s);
            for (var i = 0; i < s.Count; i++, at++)
            {
                heads[at] = s.Head(i) < 0 ? -1 : first + s.Head(i);
                names[at] = NameOf(s, i) is { } name ? Number(numbers, name) : -1;
                var known = words[i];
                if (known.Vector >= 0) vectors.Write(known.Vector, values.AsSpan(at * vectors.Dimensions, vectors.Dimensions));
                AddFeatures(s, i, words, acts);
                starts[at + 1] = rows.Count;
            }
        }

        return new(values, starts, [.. rows], heads, names);
    }

    /// <summary>The features by which a word itself is known, wherever it stands to the token, each with the word that it tells.</summary>
    /// <param name="documents">Where the words stand.</param>
    public static IEnumerable<(ulong Feature, ulong Word)> FeaturesOfWords(IEnumerable<DocumentView> documents)
    {
        var relations = new HashSet<ulong>();
        var words = new HashSet<ulong>();
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var s in documents.SelectMany(d => d.Sentences))
            for (var i = 0; i < s.Count; i++)
            {
                var word = Hashing.Of(s.Lemma(i));
                words.Add(word);
                relations.Add(Hashing.Of(s.Deprel(i)));
                if (forms.Add(s.Form(i))) yield return (Hashing.Feature(1, Hashing.Of(s.Form(i))), word);
            }

        foreach (var word in words)
        {
            foreach (var template in (uint[])[0, 6, 16, 17, 21, 23]) yield return (Hashing.Feature(template, word), word);
            foreach (var relation in relations)
            {
                yield return (Hashing.Feature(7, relation, word), word);
                yield return (Hashing.Feature(22, word, relation), word);
            }
        }
    }

    // Persons by surname, states by their usual name, others by all their words.
    static string? NameOf(SentenceView s, int i)
    {
        if (s.AuthorityAt(i) is >= 0 and var authority) return s.Authorities[authority].Entry.Name;
        if (s.NameAt(i) is not (>= 0 and var at)) return null;
        var name = s.Names[at];
        return name.Type == NameType.Person ? s.Form(name.End - 1) : s.RangeOf(name.First, name.End).Of(s.Document.Text);
    }

    static int Number(Dictionary<string, int> known, string name)
    {
        if (!known.TryGetValue(name, out var number)) known[name] = number = known.Count;
        return number;
    }

    void Add(uint template, ulong a)
    {
        if (index.Find(Hashing.Feature(template, a)) is >= 0 and var row) rows.Add(row);
    }

    void Add(uint template, ulong a, ulong b)
    {
        if (index.Find(Hashing.Feature(template, a, b)) is >= 0 and var row) rows.Add(row);
    }

    /// <summary>
    /// True for words by which nothing is to be learned: who was sanctioned in the training articles must not decide who is in
    /// others. Persons and places, and words of other names that are not words of the language besides.
    /// </summary>
    static bool IsAnonymous(SentenceView s, int i, int vector)
    {
        if (s.NameAt(i) is not (>= 0 and var at) || s.AuthorityAt(i) >= 0) return false;
        return s.Names[at].Type is NameType.Person or NameType.Location || vector is < 0 or > CommonWords;
    }

    // What is learned of a word: its lemma and its vector, or of an anonymous one the type of its name and no vector (-1).
    (ulong Key, int Vector, bool IsAnonymous)[] WordsOf(SentenceView s)
    {
        var words = new (ulong, int, bool)[s.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var form = vectors.Find(s.Form(i));
            words[i] = IsAnonymous(s, i, form)
                ? ((ulong)s.Names[s.NameAt(i)].Type, -1, true)
                : (Hashing.Of(s.Lemma(i)), form >= 0 ? form : vectors.Find(s.Lemma(i)), false);
        }

        return words;
    }

    void AddFeatures(SentenceView s, int i, (ulong Key, int Vector, bool IsAnonymous)[] words, ulong acts)
    {
        var t = s[i];
        var xpos = Hashing.Of(t.Xpos);
        var rel = Hashing.Of(t.Deprel);
        var head = s.Head(i);
        var headWord = head < 0 ? 0 : words[head].Key;
        Add(0, words[i].Key);
        if (!words[i].IsAnonymous)
        {
            Add(1, Hashing.Of(t.Form));
            Add(2, Hashing.Of(t.Form.AsSpan(Math.Max(0, t.Form.Length - 3))));
        }

        Add(3, Shape(t.Form));
        Add(4, xpos);
        Add(5, rel);
        Add(6, headWord);
        Add(7, rel, headWord);
        var name = s.NameAt(i);
        var nameKey = name < 0 ? 0ul : (ulong)(1 + (2 * (int)s.Names[name].Type) + (s.Names[name].First == i ? 1 : 0));
        Add(8, nameKey, i == 0 ? 1ul : 0);
        var authority = s.AuthorityAt(i);
        if (authority >= 0)
        {
            var m = s.Authorities[authority];
            Add(9, (ulong)m.Entry.Kind, m.First == i ? 1ul : 0);
            Add(10, (ulong)(10 * s.View.ShareOf(m.Entry.Name)), s.View.SpeakerOf(m.Entry.Name) ? 1ul : 0);
            Add(11, Hashing.Of(m.Entry.Name));
        }

        if (s.TriggerAt(i) is { } trigger) Add(12, (ulong)(trigger.Act is { } act ? (int)act : 9), trigger.Class);
        Add(13, (ulong)s.Kind, (ulong)Math.Min(i, 3));
        Add(14, (ulong)Math.Min(s.Number, 6));
        if (s.IsDate(i)) Add(15, 1);
        Add(16, i == 0 ? Edge : words[i - 1].Key);
        Add(17, i + 1 == words.Length ? Edge : words[i + 1].Key);
        Add(18, nameKey, rel);
        if (TriggerPath.Above(s, i) is { Trigger: >= 0 } governor)
        {
            var act = Hashing.Of(s.Lemma(governor.Trigger));
            Add(19, governor.Path);
            Add(20, governor.Path, act);
            Add(21, act);
        }

        var predicate = Paths.Predicate(s, i);
        Add(22, words[predicate].Key, rel);
        Add(23, words[predicate].Key);
        Add(24, acts);
        Add(25, Lists(t.Lemma), nameKey);
        foreach (var c in s.Children(i))
            if (s.Deprel(c) is "case" or "mark" or "aux" or "aux:pass" or "cop" or "det" or "nummod") Add(26, Hashing.Of(s.Deprel(c)), Hashing.Of(s.Lemma(c)));
    }

    static ulong Shape(string form)
    {
        ulong shape = 1;
        var last = 0ul;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 1ul : char.IsLower(c) ? 2ul : char.IsDigit(c) ? 3ul : 4ul;
            if (kind == last) continue;
            shape = (shape * 5) + kind;
            last = kind;
        }

        return shape;
    }

    static ulong Lists(string lemma)
    {
        var lower = lemma.ToLowerInvariant();
        ulong bits = 0;
        for (var i = 0; i < ListNames.Length; i++)
            if (ListNames[i].Contains(lower)) bits |= 1ul << i;
        return bits;
    }

    static readonly System.Collections.Frozen.FrozenSet<string>[] ListNames =
        [WordLists.Set("person"), WordLists.Set("organization"), WordLists.Set("vessel"), WordLists.Set("aircraft"), WordLists.Set("sector")];

    static ulong ActsOf(SentenceView s)
    {
        ulong acts = 0;
        foreach (var a in AnchorFinder.Find(s)) acts |= 1ul << (a.Word!.Act is { } act ? (int)act : a.Word.IsCore ? 8 : 9);
        return acts;
    }
}
