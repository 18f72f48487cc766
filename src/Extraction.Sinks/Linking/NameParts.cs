using System.Collections.Frozen;

namespace Extraction.Sinks.Linking;

/// <summary>A word of a name: its letters, and its skeleton.</summary>
readonly record struct NamePart(string Word, string Key);

/// <summary>A name ready to be compared: its words without what tells nobody apart, and the words run together.</summary>
/// <param name="Parts">In the order written.</param>
/// <param name="Joined">All letters in order: "al qaida" and "alqaida" agree here.</param>
sealed record NameParts(NamePart[] Parts, string Joined)
{
    const int Longest = 14;

    // Articles, titles, kinship and legal forms: present in one spelling of a name and absent in the next.
    static readonly FrozenSet<string> Idle = FrozenSet.ToFrozenSet(
    [
        "al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "an", "bin", "ben", "ibn", "bint", "the", "of", "and", "for", "de", "la", "le", "du", "des", "der", "von", "van", "y", "i",
        "mr", "mrs", "dr", "gen", "general", "col", "sheikh", "shaykh", "haji", "hajji", "hadji", "sayyid", "seyed", "seyyed", "mullah", "maulvi", "mawlawi", "alhaj",
        "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "co", "company", "corp", "corporation", "gmbh", "ag", "sa", "sal", "sarl", "srl", "spa", "bv", "nv", "as", "oy", "ab",
        "ooo", "oao", "zao", "pao", "ao", "jsc", "pjsc", "ojsc", "cjsc", "fze", "fzco", "fzc", "fzllc", "dmcc", "pte", "pvt", "private", "bhd", "sdn", "kft", "doo", "psc", "pjs", "kg", "est",
        "mv", "mt", "ss", "vessel", "motor", "tanker",
    ], StringComparer.Ordinal);

    static readonly string[] ServantForms = ["abdoul", "abdul", "abdel", "abdal", "abdur", "abdus", "abdol", "abdu", "abd"];

    public static NameParts Of(string name)
    {
        var words = Letters.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(word => !Idle.Contains(word)).ToList();
        if (kept.Count == 0)
        {
            kept = [.. words];
        }

        JoinServants(kept);
        return new([.. kept.Take(Longest).Select(word => new NamePart(word, Skeleton.Of(word)))], string.Concat(kept));
    }

    // "Abd al-Rahman", "Abdul Rahman", "Abdurrahman" are one word, whose first part means "servant of".
    static void JoinServants(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Array.Find(ServantForms, form => words[i].StartsWith(form, StringComparison.Ordinal)) is not { } form)
            {
                continue;
            }

            var rest = words[i][form.Length..];
            if (rest.Length == 0 && i + 1 < words.Count)
            {
                rest = words[i + 1];
                words.RemoveAt(i + 1);
            }

            words[i] = rest.Length > 2 ? "abd" + rest : words[i];
        }
    }
}
