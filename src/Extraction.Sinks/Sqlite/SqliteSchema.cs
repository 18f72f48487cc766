using System.Globalization;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sql;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Sqlite;

/// <summary>Brings a file's schema up to date, one step after the other; <c>PRAGMA user_version</c> says how far it is.</summary>
static class SqliteSchema
{
    public static void Migrate(SqliteConnection connection, IReadOnlyList<Migration> steps)
    {
        // Taking the write lock first lets eight processes open a new file at once: the first makes the tables, the others find them.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Version(connection);
        if (version > steps[^1].Version)
        {
            throw new StoreFaultException(FaultKind.Lasting, $"its schema is version {version}, made by a newer program than this one, which knows {steps[^1].Version}");
        }

        if (version == 0 && HasTables(connection))
        {
            throw new StoreFaultException(FaultKind.Lasting, "the database has tables of somebody else; name a file of its own");
        }

        foreach (var step in steps.Where(step => step.Version > version))
        {
            Run(connection, step.Sql);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step.Version}"));
        }

        transaction.Commit();
    }

    static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    static bool HasTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table')";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) != 0;
    }

    internal static void Run(SqliteConnection connection, string fixedSql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only text of this assembly comes here; values of records are always parameters.
        command.CommandText = fixedSql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
