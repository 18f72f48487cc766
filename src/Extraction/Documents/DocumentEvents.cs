using System.Collections.Immutable;

namespace Extraction.Documents;

public enum ActKind
{
    Impose, Extend, Ease, Lift,
}

public enum ActStatus
{
    Actual, Planned, Urged, Rejected,
}

public enum TargetType
{
    Person, Organization, Country, Vessel, Aircraft, Sector, Group,
}

/// <summary>Words of the article that fill a field: where, and cleaned of line breaks and soft hyphens.</summary>
public sealed record Filler(TextRange Range, string Text);

/// <summary>An authority that acts.</summary>
/// <param name="Name">Canonical name ("United States").</param>
/// <param name="Code">ISO 3166-1 alpha-2, or EU, UN, AU, …; null where there is none.</param>
/// <param name="Agency">Canonical name of the agency, or null.</param>
/// <param name="Words">Where the article names it, or null where it is carried on without a word.</param>
public sealed record ActorFiller(string Name, string? Code, string? Agency, Filler? Words);

/// <summary>A date expression chosen for the act.</summary>
public sealed record DateFiller(Filler? Words, string? Edtf, string? Basis);

/// <summary>
/// What Relate found: one act against one target, with all places that say so. Ranges are of the article's text.
/// Record turns it into a <see cref="SanctionsRecord"/>.
/// </summary>
public sealed record SanctionEvent(
    ActorFiller Actor,
    ActKind Action,
    ActStatus Status,
    Filler ActionWords,
    string Target,
    Filler TargetWords,
    TargetType TargetType,
    Filler? TargetRole,
    DateFiller? Date,
    Filler? Justification,
    ImmutableArray<string> Measures,
    ImmutableArray<string> Objectives,
    ImmutableArray<TextRange> Evidence,
    int Occasion,
    double Confidence,
    Weighed? Weighed = null);

/// <summary>All events of one article, in reading order.</summary>
public sealed record DocumentEvents(Article Article, ImmutableArray<SanctionEvent> Events) : ITraceable
{
    public string DocumentId => Article.DocumentId;
}
