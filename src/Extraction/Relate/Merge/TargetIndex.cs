using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Relate.Anchors;
using Extraction.Relate.Syntax;
using Extraction.Relate.Targets;

namespace Extraction.Relate.Merge;

/// <summary>
/// Which mentions of an article name the same target: full names and names cut short, and what a pronoun stands for.
/// </summary>
public sealed class TargetIndex
{
    /// <summary>Letters from which initials tell a name.</summary>
    const int MinInitials = 3;

    /// <summary>Letters from which the first word of a name tells it.</summary>
    const int MinFirstWord = 4;

    readonly List<(string Key, TargetType Type, Nominal Nominal)> names = [];
    readonly Dictionary<string, Nominal> shortNames = new(StringComparer.Ordinal);

    /// <summary>Which names have a word, as numbers of <see cref="names"/> in order.</summary>
    readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    public TargetIndex(DocumentView document)
    {
        foreach (var s in document.Sentences)
            foreach (var name in s.Names)
            {
                var head = s.HeadOf(name.First, name.End);
                var nominal = new Nominal(s, name.First, name.End, head, NominalKind.Name, TypeRules.OfName(s, name, head), null);
                names.Add((TargetNames.Normalize(nominal), nominal.Type, nominal));
            }

        for (var i = 0; i < names.Count; i++)
            foreach (var word in names[i].Key.Split(' ').Distinct())
            {
                if (!byWord.TryGetValue(word, out var places)) byWord[word] = places = [];
                places.Add(i);
            }

        for (var i = 1; i < names.Count; i++)
            if (IsShortName(names[i].Nominal, names[i - 1].Nominal)) shortNames.TryAdd(names[i].Key, names[i - 1].Nominal);
        foreach (var name in names)
            if (name.Type is not (TargetType.Person or TargetType.Country) && InBracket(name.Key, name.Nominal) is { } inner && !names.Exists(n => n.Key == inner && n.Type == TargetType.Country)) shortNames.TryAdd(inner, name.Nominal);
        foreach (var s in document.Sentences)
            foreach (var (alias, owner) in Aliases.Of(s))
            {
                var known = names.Find(n => n.Nominal.Sentence == s && n.Nominal.First == owner).Nominal;
                var other = names.Find(n => n.Nominal.Sentence == s && n.Nominal.First == alias);
                if (other.Key != TargetNames.Normalize(known)) shortNames.TryAdd(other.Key, known);
            }

        AddInitials();
    }

    // "Htoo Group of Companies (Htoo Group)", "Islamic Revolutionary Guard Corps (IRGC)".
    static bool IsShortName(Nominal name, Nominal before)
    {
        var s = name.Sentence;
        if (before.Sentence != s || name.First - before.End != 1 || s.Form(before.End) != "(" || s.Form(name.End) != ")") return false;
        return s.Form(name.First) == s.Form(before.First) || Aliases.AreInitials(s, name.First, name.End, before.First, before.End);
    }

    // "Consorcio Venezolano de Industrias Aeronáuticas y Servicios Aéreos, S.A. (Conviasa)" taken for one name.
    static string? InBracket(string key, Nominal name)
    {
        var text = name.Text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !text.EndsWith(')')) return null;
        var inner = TargetNames.Normalize(text[(open + 1)..^1]);
        return inner.Length > 2 && inner.Length < key.Length / 2 ? inner : null;
    }

    // "LRA" where the one name that it can be cut down from is the Lord's Resistance Army.
    void AddInitials()
    {
        var spelt = names.Where(n => n.Type != TargetType.Person && n.Key.Contains(' ', StringComparison.Ordinal)).DistinctBy(n => n.Key)
            .SelectMany(n => ((string[])[Initials(n.Nominal, whole: true), Initials(n.Nominal, whole: false)]).Distinct().Select(letters => (n.Nominal, Letters: letters)))
            .ToLookup(n => n.Letters, n => n.Nominal, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var text = name.Nominal.Text;
            if (text.Length < MinInitials || !text.All(char.IsUpper) || shortNames.ContainsKey(name.Key)) continue;
            if (spelt[text].Take(2).ToList() is [var owner]) shortNames[name.Key] = owner;
        }
    }

    // "NIOC" has the C of "Company", "LRA" of the "Lendu Resistance Army Ltd" has no L.
    static string Initials(Nominal name, bool whole)
    {
        var s = name.Sentence;
        return string.Concat(Enumerable.Range(name.First, name.End - name.First).Where(i => char.IsUpper(s.Form(i)[0]) && (whole || !TitleWords.IsLegalForm(s.Form(i)))).Select(i => s.Form(i)[0]));
    }

    /// <summary>The fullest mention of what a nominal names; null for a pronoun that stands for nothing found.</summary>
    public Nominal? Fullest(Nominal nominal, IReadOnlyList<Proposal> before)
    {
        if (nominal.Kind == NominalKind.Anaphor) return Antecedent(nominal, before) is { } found ? Fullest(found, before) : null;
        if (nominal.Kind != NominalKind.Name) return nominal;
        var key = TargetNames.Normalize(nominal);
        if (shortNames.TryGetValue(key, out var full) || (nominal.Sentence.Kind == BlockKind.Title && (full = InBody(nominal, key)) is not null))
            (nominal, key) = (full, TargetNames.Normalize(full));
        var best = nominal;
        var bestKey = key;
        foreach (var (other, type, mention) in Having(key))
        {
            if (other.Length <= key.Length || other == bestKey || !MayBe(key, nominal.Type, other, type)) continue;
            // A person's surname may belong to two people: only a first name apart is the same person, and the one named last before is meant.
            if (bestKey != key && !TargetNames.IsShortFor(bestKey, other, type) && !(type == TargetType.Person && IsSurname(key) && IsAnother(bestKey, other) && IsBefore(mention, nominal))) continue;
            (best, bestKey) = (mention, other);
        }

        if (best != nominal || key.Contains(' ', StringComparison.Ordinal)) return best;
        return nominal.Type switch
        {
            TargetType.Person => OnlyBearer(nominal, key),
            TargetType.Organization => OnlyCompany(nominal, key),
            _ => null,
        } ?? best;
    }

    // Names with all words of a key: those with its rarest one, in order.
    IEnumerable<(string Key, TargetType Type, Nominal Nominal)> Having(string key)
    {
        List<int>? least = null;
        foreach (var word in key.Split(' '))
        {
            if (!byWord.TryGetValue(word, out var places)) return [];
            if (least is null || places.Count < least.Count) least = places;
        }

        return least!.Select(i => names[i]);
    }

    // "Amisi" of "Gabriel Amisi Kumba", "Kim" of "Kim Yong Nam": the one person named before who has the word in the name, whatever its place.
    Nominal? OnlyBearer(Nominal nominal, string key)
    {
        var (found, foundKey) = ((Nominal?)null, "");
        foreach (var (other, type, mention) in Having(key))
        {
            if (type != TargetType.Person || other.Length <= key.Length || other == foundKey || !IsBefore(mention, nominal)) continue;
            if (found is not null && TargetNames.IsShortFor(other, foundKey, TargetType.Person)) continue;
            if (found is not null && !TargetNames.IsShortFor(foundKey, other, TargetType.Person)) return null;
            (found, foundKey) = (mention, other);
        }

        return found;
    }

    // "Hoshine" of "Hoshine Silicon Industry": the one body named before whose name begins so. Where a sentence tells the two apart, as "Rosneft" and
    // "Rosneft Trading", they are two.
    Nominal? OnlyCompany(Nominal nominal, string key)
    {
        if (key.Length < MinFirstWord || !char.IsUpper(nominal.Text[0]) || nominal.Sentence.AuthorityAt(nominal.First) >= 0) return null;
        var (found, foundKey) = ((Nominal?)null, "");
        var alone = names.FindAll(n => n.Key == key).Select(n => n.Nominal.Sentence).ToHashSet();
        foreach (var (other, type, mention) in Having(key))
        {
            if (other == key || !other.StartsWith(key + " ", StringComparison.Ordinal) || IsPair(mention)) continue;
            if (type != TargetType.Organization || alone.Contains(mention.Sentence)) return null;
            if (other == foundKey || TargetNames.LeavesFormOut(other, foundKey)) continue;
            if (found is not null && !TargetNames.LeavesFormOut(foundKey, other)) return null;
            if (found is null && nominal.Sentence.Kind != BlockKind.Title && !IsBefore(mention, nominal)) return null;
            (found, foundKey) = (mention, other);
        }

        return found;
    }

    // "Rosneft and Lukoil", "Guinea: Council": what a recogniser took for one name.
    static bool IsPair(Nominal name) => Enumerable.Range(name.First, name.End - name.First).Any(i => name.Sentence.Form(i) is "and" or ":" or "," or "/");

    static bool IsSurname(string key) => !key.Contains(' ', StringComparison.Ordinal);

    static bool IsAnother(string one, string other) => one.Split(' ')[0] != other.Split(' ')[0];

    static bool IsBefore(Nominal one, Nominal other) => one.Sentence.Number < other.Sentence.Number || (one.Sentence == other.Sentence && one.First < other.First);

    // The one name of the article that a headline may have left words out of; none where the headline's own words name somebody else below it.
    Nominal? InBody(Nominal title, string key)
    {
        var (found, foundKey) = ((Nominal?)null, "");
        foreach (var (other, type, mention) in names)
        {
            if (mention.Sentence.Kind == BlockKind.Title || type != title.Type) continue;
            if (other == key) return null;
            if (other == foundKey || !TargetNames.IsHeadlineFor(key, other)) continue;
            if (found is not null) return null;
            (found, foundKey) = (mention, other);
        }

        return found;
    }

    // Names of one kind; but several words of a person's name are that person, whatever the recogniser took them for.
    bool MayBe(string key, TargetType type, string other, TargetType otherType)
    {
        if (otherType == TargetType.Person) return (type == TargetType.Person && TargetNames.IsShortFor(key, other, type)) || (TargetNames.LeavesNamesOut(key, other) && IsOnlyOne(key, other));
        return type == otherType && (IsCutShort(key, other) || TargetNames.LeavesFormOut(key, other) || TargetNames.TurnsRound(key, other));
    }

    // No sentence tells the two apart, and no other person's name has these words.
    bool IsOnlyOne(string key, string other)
    {
        var places = names.FindAll(n => n.Key == key).Select(n => n.Nominal.Sentence).ToHashSet();
        return Having(key).All(n => n.Key == key || (n.Key == other ? !places.Contains(n.Nominal.Sentence) : !TargetNames.LeavesNamesOut(key, n.Key) || TargetNames.LeavesNamesOut(n.Key, other) || TargetNames.LeavesNamesOut(other, n.Key)));
    }

    // "Law Enforcement Forces" may be cut short; "Rosneft" and "Rosneft Trading" are two companies.
    static bool IsCutShort(string key, string other) => key.Contains(' ', StringComparison.Ordinal) && other.EndsWith(" " + key, StringComparison.Ordinal);

    Nominal? Antecedent(Nominal pronoun, IReadOnlyList<Proposal> before)
    {
        var s = pronoun.Sentence;
        for (var back = 0; back <= 2 && s.Number - back >= 0; back++)
        {
            var number = s.Number - back;
            foreach (var p in before.Reverse())
                if (p.Target.Sentence.Number == number && p.Target.Kind != NominalKind.Anaphor && Fits(pronoun, p.Target)
                    && (back > 0 || p.Target.End <= pronoun.First)) return p.Target;
            for (var i = names.Count - 1; i >= 0; i--)
                if (names[i].Nominal.Sentence.Number == number && Fits(pronoun, names[i].Nominal)
                    && (back > 0 || names[i].Nominal.End <= pronoun.First)) return names[i].Nominal;
        }

        return null;
    }

    static bool Fits(Nominal pronoun, Nominal name) => pronoun.Sentence.Lemma(pronoun.First) switch
    {
        _ when pronoun.Sentence.Upos(pronoun.First) == Upos.Noun => name.Type == pronoun.Type,
        "he" or "she" or "him" or "her" => name.Type == TargetType.Person,
        "it" => name.Type is not (TargetType.Person or TargetType.Group),
        _ => name.Type is TargetType.Group,
    };
}
