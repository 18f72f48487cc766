using Extraction.Documents;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Extraction.Sinks.Postgres;

/// <summary>
/// A PostgreSQL database. A batch is one transaction: its lines go by binary COPY into a temp table, from which SQL unfolds them
/// (<c>Sql/postgres/upsert.sql</c>). Each batch takes a fresh connection from the pool, so that a restarted server is no matter.
/// </summary>
public sealed class PostgresStore : IRecordStore
{
    static readonly string Upsert = SqlText.Of("postgres/upsert.sql");

    readonly NpgsqlDataSource source;

    /// <param name="address">What follows <c>postgres:</c>.</param>
    /// <param name="environment">Reads environment variables.</param>
    /// <exception cref="FormatException">Not an address, or one with a password in it.</exception>
    public PostgresStore(string address, Func<string, string?> environment)
    {
        var builder = PostgresAddress.Parse(address, environment);
        Target = NameOf(builder);
        source = NpgsqlDataSource.Create(builder);
    }

    public string Target { get; }

    public string? JournalPath => null;

    public ValueTask OpenAsync(CancellationToken cancellation) => UseAsync(
        (connection, token) => PostgresSchema.MigrateAsync(connection, SqlText.Migrations("postgres"), token), cancellation);

    public ValueTask StoreAsync(IReadOnlyList<SanctionsRecord> batch, CancellationToken cancellation) => UseAsync(
        async (connection, token) =>
        {
            var transaction = await connection.BeginTransactionAsync(token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await PostgresSchema.RunAsync(connection, "CREATE TEMP TABLE batch (id text PRIMARY KEY, digest text, line jsonb) ON COMMIT DROP", token).ConfigureAwait(false);
                await CopyAsync(connection, RecordRow.Of(batch), token).ConfigureAwait(false);
                await PostgresSchema.RunAsync(connection, Upsert, token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
            }
        },
        cancellation);

    public ValueTask CompleteAsync(CancellationToken cancellation) => default;

    public ValueTask DisposeAsync() => source.DisposeAsync();

    internal static string NameOf(NpgsqlConnectionStringBuilder builder) => Plain.Line($"postgres://{builder.Host}:{builder.Port}/{builder.Database}");

    static async Task CopyAsync(NpgsqlConnection connection, RecordRow[] rows, CancellationToken cancellation)
    {
        var copy = await connection.BeginBinaryImportAsync("COPY batch (id, digest, line) FROM STDIN (FORMAT BINARY)", cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation).ConfigureAwait(false);
                await copy.WriteAsync(row.Id, NpgsqlDbType.Text, cancellation).ConfigureAwait(false);
                await copy.WriteAsync(row.Digest, NpgsqlDbType.Text, cancellation).ConfigureAwait(false);
                await copy.WriteAsync(row.Line, NpgsqlDbType.Jsonb, cancellation).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellation).ConfigureAwait(false);
        }
    }

    async ValueTask UseAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await work(connection, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            throw PostgresFaults.Of(e);
        }
    }
}
