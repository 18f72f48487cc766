using System.Collections.Immutable;

namespace Extraction.Sinks.Linking;

/// <summary>What an entry of a list is, as far as it decides which targets it can be.</summary>
public enum EntryKind
{
    Unknown, Person, Organization, Vessel, Aircraft,
}

/// <summary>Somebody or something on a sanctions list.</summary>
/// <param name="Id">Its identifier in that list; becomes <c>target_id</c>.</param>
/// <param name="Names">The name and all aliases, as written, in any script.</param>
public sealed record ListEntry(string Id, EntryKind Kind, ImmutableArray<string> Names);
