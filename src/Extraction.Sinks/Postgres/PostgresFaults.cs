using System.Net.Sockets;
using Extraction.Sinks.Delivery;
using Npgsql;

namespace Extraction.Sinks.Postgres;

/// <summary>PostgreSQL's error classes → what is done about them (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
static class PostgresFaults
{
    public static bool Knows(Exception e) => e is NpgsqlException or IOException or SocketException or TimeoutException or ObjectDisposedException;

    public static StoreFaultException Of(Exception e) => e is PostgresException said
        ? new(Kind(said.SqlState), $"PostgreSQL {said.SqlState}: {said.MessageText}{(said.ConstraintName is { } name ? $" ({name})" : "")}", e)
        : new(FaultKind.Passing, $"PostgreSQL: {(e.InnerException ?? e).Message}", e);

    static FaultKind Kind(string state) => state[..2] switch
    {
        // Connections, deadlocks and serialisation, resources (a full disk), operator's intervention (a restart), the server's own disk, objects in use.
        "08" or "40" or "53" or "57" or "58" or "XX" => FaultKind.Passing,
        "55" => FaultKind.Passing,
        // Data, integrity, and limits of the program.
        "22" or "23" or "54" => FaultKind.Refused,
        _ => FaultKind.Lasting,
    };
}
