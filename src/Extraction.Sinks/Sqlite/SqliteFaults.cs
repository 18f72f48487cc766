using Extraction.Sinks.Delivery;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Sqlite;

/// <summary>SQLite's result codes → what is done about them (https://www.sqlite.org/rescode.html).</summary>
static class SqliteFaults
{
    const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, TooBig = 18, Constraint = 19, Mismatch = 20, NotADatabase = 26;

    public static StoreFaultException Of(SqliteException e) => new(Kind(e.SqliteErrorCode), $"SQLite: {Words(e.SqliteErrorCode) ?? e.Message}", e);

    static FaultKind Kind(int code) => code switch
    {
        Busy or Locked or IoError or Full => FaultKind.Passing,
        Constraint or TooBig or Mismatch => FaultKind.Refused,
        _ => FaultKind.Lasting,
    };

    static string? Words(int code) => code switch
    {
        Busy or Locked => "another process keeps the database locked",
        ReadOnly => "the file cannot be written to",
        Full => "the disk is full",
        Corrupt => "the file is damaged",
        CannotOpen => "the file cannot be opened; is its folder there, and writable?",
        NotADatabase => "the file is there and is no SQLite database",
        _ => null,
    };
}
