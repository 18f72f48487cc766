using System.Collections.Immutable;

namespace Extraction.Knowledge;

/// <summary>How words name an authority.</summary>
public enum AuthorityKind
{
    /// <summary>The state's own name or a variant of it: "Iran", "U.S.", "Britain".</summary>
    State,

    /// <summary>Adjective or demonym: "Iranian", "Americans".</summary>
    Adjective,

    /// <summary>Its capital, standing for the government: "Tehran", "Brussels".</summary>
    Capital,

    /// <summary>Seat of government: "White House", "Kremlin".</summary>
    Seat,

    /// <summary>Its government: "Trump administration", "Iranian government".</summary>
    Government,

    /// <summary>Ministry or agency: "State Department", "OFAC".</summary>
    Agency,

    /// <summary>Intergovernmental body: "European Union", "ECOWAS".</summary>
    Body,

    Legislature,

    /// <summary>A person or post that speaks for it: "Blinken", "Treasury Secretary Janet Yellen".</summary>
    Official,

    /// <summary>True of this authority only where the article has named it or nothing nearer fits: "the bloc", "the Council", "Treasury".</summary>
    Contextual,

    /// <summary>A law or list by which only this authority acts: "Executive Order 14024", "SDGT", "CAATSA". It names no one who acts.</summary>
    Instrument,
}

/// <summary>What an authority's words stand for.</summary>
/// <param name="Name">Canonical name of the authority ("United States").</param>
/// <param name="Code">ISO 3166-1 alpha-2, or EU, UN, AU, …; null where there is none.</param>
/// <param name="Agency">Canonical name of the agency that the words name, or null.</param>
/// <param name="Kind">How the words name it.</param>
public sealed record AuthorityEntry(string Name, string? Code, string? Agency, AuthorityKind Kind)
{
    /// <summary>Of a group of states without an authority of its own ("the Baltic states") its states: what it does, each of them does. Else empty.</summary>
    public ImmutableArray<AuthorityEntry> Members { get; init; } = [];

    /// <summary>True if these words name the authority with this canonical name, or a group that it is one of.</summary>
    public bool StandsFor(string name) => Name == name || Members.Any(m => m.Name == name);
}
