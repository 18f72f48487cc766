using System.Runtime.CompilerServices;
using Extraction.Sinks.Linking;

namespace Extraction.Sinks.Tests.Linking;

/// <summary>A name in an article, an entry, and whether the name means the entry.</summary>
sealed record HardPair(EntryKind Kind, bool Same, string Name, ListEntry Entry);

static class HardPairs
{
    public static List<HardPair> All { get; } =
    [
        .. File.ReadLines(Here()).Where(line => !line.StartsWith('#')).Select((line, n) =>
        {
            var cells = line.Split('\t');
            var (kind, names) = (Kind(cells[0]), cells[3]);
            var entryKind = names.StartsWith("VESSEL:", StringComparison.Ordinal) ? EntryKind.Vessel : names.StartsWith("ORG:", StringComparison.Ordinal) ? EntryKind.Organization : kind;
            return new HardPair(kind, cells[1] == "+", cells[2], new($"{n}", entryKind, [.. names[(names.IndexOf(':', StringComparison.Ordinal) + 1)..].Split("; ")]));
        }),
    ];

    static EntryKind Kind(string letter) => letter switch
    {
        "p" => EntryKind.Person,
        "o" => EntryKind.Organization,
        "v" => EntryKind.Vessel,
        _ => EntryKind.Aircraft,
    };

    static string Here([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "hard-pairs.tsv");
}
