using System.Collections.Immutable;

namespace Extraction.Record;

/// <summary>The closed lists of words that fields of a record may hold, in the order in which they are written.</summary>
public static class Vocabulary
{
    public static readonly ImmutableArray<string> Actions = ["impose", "extend", "ease", "lift"];

    public static readonly ImmutableArray<string> Statuses = ["actual", "planned", "urged", "rejected"];

    public static readonly ImmutableArray<string> TargetTypes = ["person", "organization", "country", "vessel", "aircraft", "sector", "group"];

    public static readonly ImmutableArray<string> DateBases = ["explicit", "relative", "published"];

    public static readonly ImmutableArray<string> PublishedBases = ["source", "metadata", "text", "feed", "url", "changed"];

    /// <summary>Kinds of measure, after the lists of OpenSanctions and TIES. Bare "sanctions" names none.</summary>
    public static readonly ImmutableArray<string> Measures =
    [
        "designation", "asset_freeze", "travel_ban", "trade_embargo", "export_control", "import_restriction", "arms_embargo", "financial_restriction",
        "investment_ban", "services_ban", "transport_restriction", "sectoral", "aid_suspension", "debarment", "other",
    ];

    /// <summary>What a justification is about: the nine objectives of the Global Sanctions Data Base, then those of TIES, EUSANCT and today's programmes.</summary>
    public static readonly ImmutableArray<string> Objectives =
    [
        "policy_change", "destabilize_regime", "territorial_conflict", "prevent_war", "end_war", "terrorism", "human_rights", "democracy", "other",
        "proliferation", "drug_trafficking", "corruption", "cyber", "sanctions_evasion", "retaliation",
    ];

    /// <summary>The members of <paramref name="words"/> once each, in the order of <paramref name="list"/>.</summary>
    /// <exception cref="ArgumentException">A word is not of the list.</exception>
    internal static ImmutableArray<string> Ordered(ImmutableArray<string> words, ImmutableArray<string> list)
    {
        foreach (var word in words)
            if (!list.Contains(word))
                throw new ArgumentException($"\"{word}\" is none of: {string.Join(", ", list)}.", nameof(words));
        return words.Length < 2 ? words : [.. list.Where(words.Contains)];
    }
}
