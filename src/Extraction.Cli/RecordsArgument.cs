using Extraction.Documents;
using Extraction.Sinks.Sqlite;

namespace Extraction.Cli;

/// <summary>Records that a command takes by path: JSON Lines, or a SQLite file, which is known by its first bytes.</summary>
static class RecordsArgument
{
    /// <summary>What reads the file, or null where it is JSON Lines.</summary>
    public static Func<string, IEnumerable<SanctionsRecord>>? ReaderOf(string path) => IsSqlite(path) ? SqliteSource.Read : null;

    static bool IsSqlite(string path)
    {
        var start = new byte["SQLite format 3\0"u8.Length];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }
}
