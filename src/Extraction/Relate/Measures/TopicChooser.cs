using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.MaximumEntropy;
using Extraction.Relate.Merge;
using Extraction.Relate.Scoring;
using Extraction.Relate.Syntax;

namespace Extraction.Relate.Measures;

/// <summary>Says of which kinds the measures of a record are, and what its reason is about.</summary>
public sealed class TopicChooser(Judge judge)
{
    /// <summary>A topic counts from this probability; it is measured by F1, so well below a half.</summary>
    const double Least = 0.25;

    static readonly ImmutableArray<string> AllMeasures =
    [
        "designation", "asset_freeze", "travel_ban", "trade_embargo", "export_control", "import_restriction", "arms_embargo", "financial_restriction",
        "investment_ban", "services_ban", "transport_restriction", "sectoral", "aid_suspension", "debarment", "other",
    ];

    static readonly ImmutableArray<string> AllObjectives =
    [
        "policy_change", "destabilize_regime", "territorial_conflict", "prevent_war", "end_war", "terrorism", "human_rights", "democracy", "other",
        "proliferation", "drug_trafficking", "corruption", "cyber", "sanctions_evasion", "retaliation",
    ];

    readonly TopicFeatures features = new();
    readonly Features asked = new();

    public ImmutableArray<string> Measures(DocumentView document, MergedEvent e)
    {
        features.ForMeasures(document, e);
        return Choose(e, AllMeasures, "measure:");
    }

    /// <param name="document">The article.</param>
    /// <param name="e">The record.</param>
    /// <param name="reason">Its reason, or null.</param>
    public ImmutableArray<string> Objectives(DocumentView document, MergedEvent e, Filler? reason)
    {
        features.ForObjectives(document, e, reason);
        return Choose(e, AllObjectives, "objective:");
    }

    ImmutableArray<string> Choose(MergedEvent e, ImmutableArray<string> topics, string prefix)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var topic in topics)
        {
            features.Ask(asked, prefix, topic);
            if (judge.Topic(e, prefix + topic, asked) >= Least) found.Add(topic);
        }

        return found.ToImmutable();
    }
}
