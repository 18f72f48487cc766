using System.Collections.Immutable;

namespace Extraction.Training.Evaluation;

/// <summary>A figure of an evaluation by its short name, as floors and JSON use it.</summary>
/// <param name="Name">Short name ("core").</param>
/// <param name="Of">Its value, 0 to 1; null where the predictions do not allow it.</param>
/// <param name="LessIsBetter">True for errors.</param>
public sealed record Measure(string Name, Func<EvaluationResult, double?> Of, bool LessIsBetter = false)
{
    public static readonly ImmutableArray<Measure> All =
    [
        new("core", r => r.Core.F1),
        new("core_precision", r => r.Core.Precision),
        new("core_recall", r => r.Core.Recall),
        new("trio", r => r.Trio.F1),
        new("full", r => r.Full.F1),
        new("date", r => r.Fields.Date.Value),
        new("justification", r => r.Fields.Justification.Value),
        new("actor", r => r.Fields.Actor.Value),
        new("action", r => r.Fields.Action.Value),
        new("status", r => r.Fields.Status.Value),
        new("target_type", r => r.Fields.TargetType.Value),
        new("target_role", r => r.Fields.TargetRole.Value),
        new("actor_agency", r => r.Fields.ActorAgency.Value),
        new("measures", r => r.Fields.Measures.F1),
        new("objectives", r => r.Fields.Objectives.F1),
        new("document_mean", r => r.DocumentMean),
        new("irrelevant_with_record", r => r.Irrelevant.Of > 0 ? r.Irrelevant.Value : null, LessIsBetter: true),
        new("calibration_error", r => r.Calibration?.Error, LessIsBetter: true),
    ];

    /// <exception cref="ArgumentException">There is no such measure.</exception>
    public static Measure Named(string name) =>
        All.FirstOrDefault(m => m.Name == name) ?? throw new ArgumentException($"There is no measure \"{name}\"; there are {string.Join(", ", All.Select(m => m.Name))}.", nameof(name));
}
