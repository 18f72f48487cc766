using System.Collections.Immutable;

namespace Extraction.Review.Overview;

/// <summary>How many, of what.</summary>
public sealed record Count(string Name, int Records);

/// <summary>Records of one status in one month (<c>2021-12</c>), year (<c>2021</c>) or without a year (<c>none</c>).</summary>
public sealed record MonthCount(string Month, string Status, int Records);

public sealed record ActCount(string Action, string Status, int Records);

/// <summary>Who sanctions whom: the most frequent senders (rows) and targets (columns).</summary>
/// <param name="Cells">One row for each actor, one number for each target.</param>
public sealed record Matrix(ImmutableArray<string> Actors, ImmutableArray<string> Targets, ImmutableArray<ImmutableArray<int>> Cells);

/// <summary>Confidence against what reviewers found.</summary>
/// <param name="From">Lower edge of the confidence, inclusive.</param>
/// <param name="To">Upper edge, exclusive but for 1.</param>
/// <param name="Records">Extracted records with such a confidence.</param>
/// <param name="Reviewed">Those of them that were reviewed.</param>
/// <param name="Right">Those of the reviewed whose actor, action, status and target were right.</param>
/// <param name="Confidence">Mean confidence of the reviewed, or of all where none was.</param>
public sealed record CalibrationBin(double From, double To, int Records, int Reviewed, int Right, double Confidence);

/// <summary>What the overview shows. Rejected and merged records count only in <see cref="Calibration"/>.</summary>
public sealed record OverviewCounts(
    int Records,
    int Rejected,
    ImmutableArray<MonthCount> Months,
    Matrix Matrix,
    ImmutableArray<ActCount> Acts,
    ImmutableArray<Count> Objectives,
    ImmutableArray<CalibrationBin> Calibration);
