using System.Collections.Immutable;
using Extraction.Knowledge;
using Extraction.Training.Corpus;

namespace Extraction.Training.Evaluation;

/// <summary>How often the single fields are right: actor, action and status on matched targets, the others on core matches.</summary>
public sealed record FieldScores
{
    public Share Actor { get; init; }

    public Share Action { get; init; }

    public Share Status { get; init; }

    public Share Date { get; init; }

    public Share Justification { get; init; }

    public Share TargetType { get; init; }

    /// <summary>Right where half of the words agree, or both are null.</summary>
    public Share TargetRole { get; init; }

    /// <summary>Right where both are null or name the same agency, by whatever variant of its name.</summary>
    public Share ActorAgency { get; init; }

    /// <summary>Each measure of each record counts.</summary>
    public Tally Measures { get; init; }

    public Tally Objectives { get; init; }

    public static FieldScores Of(ImmutableArray<DocumentResult> documents)
    {
        var targets = documents.SelectMany(d => d.Targets.Select(p => (Said: d.Predictions[p.Prediction], Wanted: d.Gold[p.Gold]))).Where(p => !p.Wanted.Optional).ToList();
        var core = documents.SelectMany(d => d.Counted.Select(p => (Said: d.Predictions[p.Prediction], Wanted: d.Gold[p.Gold]))).ToList();
        Share On(List<(Prediction Said, GoldRecord Wanted)> pairs, Func<Prediction, GoldRecord, bool> right) => new(pairs.Count(p => right(p.Said, p.Wanted)), pairs.Count);
        return new FieldScores
        {
            Actor = On(targets, Comparing.SameActor),
            Action = On(targets, (s, w) => s.Action == w.Action),
            Status = On(targets, (s, w) => s.Status == w.Status),
            Date = On(core, Comparing.SameDate),
            Justification = On(core, Comparing.SameJustification),
            TargetType = On(core, (s, w) => s.TargetType == w.TargetType),
            TargetRole = On(core, SameRole),
            ActorAgency = On(core, (s, w) => Agency(s.ActorAgency) == Agency(w.ActorAgency)),
            Measures = Sets(core.Select(p => (p.Said.Measures, p.Wanted.Measures))),
            Objectives = Sets(core.Select(p => (p.Said.Objectives, p.Wanted.Objectives))),
        };
    }

    private static bool SameRole(Prediction said, GoldRecord wanted)
    {
        var (a, b) = (Comparing.Plain(said.TargetRole), Comparing.Plain(wanted.TargetRole));
        return a == b || Comparing.Overlap(a.Split(' '), b.Split(' ')) >= 0.5;
    }

    private static string Agency(string? name) =>
        name is null ? "" : AuthorityLexicon.Default.TryName(name, out var entry) && entry.Agency is { } agency ? agency : Comparing.Plain(name);

    private static Tally Sets(IEnumerable<(ImmutableArray<string> Said, ImmutableArray<string> Wanted)> pairs) =>
        pairs.Aggregate(default(Tally), (sum, p) => sum + new Tally(p.Said.Intersect(p.Wanted).Count(), p.Said.Distinct().Count(), p.Wanted.Distinct().Count()));
}
