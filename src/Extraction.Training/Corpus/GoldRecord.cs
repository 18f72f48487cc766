using System.Collections.Immutable;

namespace Extraction.Training.Corpus;

/// <summary>One record as careful readers wrote it, with what else they accept. Texts are quotes of the page.</summary>
public sealed record GoldRecord
{
    /// <summary>The article's number on the page, from 1.</summary>
    public int Article { get; init; } = 1;

    /// <summary>Which act of the file it belongs to, from 0: records of one act share it.</summary>
    public int Act { get; init; }

    public required string Actor { get; init; }

    public ImmutableArray<string> ActorAliases { get; init; } = [];

    public string? ActorText { get; init; }

    public string? ActorAgency { get; init; }

    public required string Action { get; init; }

    public required string Status { get; init; }

    public string? ActionText { get; init; }

    public ImmutableArray<string> Measures { get; init; } = [];

    public required string Target { get; init; }

    public ImmutableArray<string> TargetAliases { get; init; } = [];

    /// <summary>The words of the page, where they differ from <see cref="Target"/>.</summary>
    public string? TargetText { get; init; }

    public string? TargetType { get; init; }

    public string? TargetRole { get; init; }

    /// <summary>EDTF, or null.</summary>
    public string? Date { get; init; }

    public ImmutableArray<string?> DateAlternatives { get; init; } = [];

    public string? DateText { get; init; }

    public string? DateBasis { get; init; }

    public string? Justification { get; init; }

    public ImmutableArray<string?> JustificationAlternatives { get; init; } = [];

    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>First words of every sentence that states the act against this target, the most explicit first.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Counts neither way.</summary>
    public bool Optional { get; init; }

    /// <summary>A remark of the annotator.</summary>
    public string? Note { get; init; }
}
