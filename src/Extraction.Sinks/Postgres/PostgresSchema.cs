using System.Globalization;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sql;
using Npgsql;

namespace Extraction.Sinks.Postgres;

/// <summary>Brings the schema up to date, one step after the other; table <c>extraction_schema</c> says how far it is.</summary>
static class PostgresSchema
{
    // Any number, the same in all processes: one of them migrates, the others wait and find it done.
    const long Lock = 0x5A4C_7104;

    public static async Task MigrateAsync(NpgsqlConnection connection, IReadOnlyList<Migration> steps, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({Lock})"), cancellation).ConfigureAwait(false);
            await RunAsync(
                connection,
                "CREATE TABLE IF NOT EXISTS extraction_schema (version integer PRIMARY KEY, name text NOT NULL, applied timestamptz NOT NULL DEFAULT now())",
                cancellation).ConfigureAwait(false);
            var version = await VersionAsync(connection, cancellation).ConfigureAwait(false);
            if (version > steps[^1].Version)
            {
                throw new StoreFaultException(FaultKind.Lasting, $"its schema is version {version}, made by a newer program than this one, which knows {steps[^1].Version}");
            }

            foreach (var step in steps.Where(step => step.Version > version))
            {
                await RunAsync(connection, step.Sql, cancellation).ConfigureAwait(false);
                var note = new NpgsqlCommand("INSERT INTO extraction_schema (version, name) VALUES ($1, $2)", connection)
                {
                    Parameters = { new() { Value = step.Version }, new() { Value = step.Name } },
                };
                await using (note.ConfigureAwait(false))
                {
                    await note.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                }
            }

            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public static async Task RunAsync(NpgsqlConnection connection, string fixedSql, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // Only text of this assembly comes here; values of records are always parameters or COPY data.
        var command = new NpgsqlCommand(fixedSql, connection);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM extraction_schema", connection);
        await using (command.ConfigureAwait(false))
        {
            return (int)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
        }
    }
}
