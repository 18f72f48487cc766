using Extraction.Documents;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Sql;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Sqlite;

/// <summary>
/// One SQLite file. A batch is one transaction: its lines go into a temp table, from which SQL unfolds them (<c>Sql/sqlite/upsert.sql</c>).
/// Several processes may write to the same file: they take turns.
/// </summary>
public sealed class SqliteStore(string path) : IRecordStore
{
    static readonly string Upsert = SqlText.Of("sqlite/upsert.sql");

    SqliteConnection? connection;

    public string Target => "sqlite:" + path;

    public string? JournalPath => null;

    public ValueTask OpenAsync(CancellationToken cancellation)
    {
        connection?.Dispose();
        connection = Guard(() =>
        {
            var opened = Connect(path, SqliteOpenMode.ReadWriteCreate);
            SqliteSchema.Run(opened, "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
            SqliteSchema.Migrate(opened, SqlText.Migrations("sqlite"));

            // The file keeps this mode: only one that is ours gets it.
            SqliteSchema.Run(opened, "PRAGMA journal_mode = WAL");
            SqliteSchema.Run(opened, "CREATE TEMP TABLE batch (id TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, line BLOB NOT NULL)");
            return opened;
        });
        return default;
    }

    public ValueTask StoreAsync(IReadOnlyList<SanctionsRecord> batch, CancellationToken cancellation)
    {
        Guard(() =>
        {
            using var transaction = Connection.BeginTransaction(deferred: false);
            using (var insert = Connection.CreateCommand())
            {
                insert.CommandText = "INSERT INTO batch (id, digest, line) VALUES (@id, @digest, jsonb(@line))";
                var (id, digest, line) = (insert.Parameters.Add("@id", SqliteType.Text), insert.Parameters.Add("@digest", SqliteType.Text), insert.Parameters.Add("@line", SqliteType.Text));
                foreach (var row in RecordRow.Of(batch))
                {
                    (id.Value, digest.Value, line.Value) = (row.Id, row.Digest, row.Line);
                    insert.ExecuteNonQuery();
                }
            }

            SqliteSchema.Run(Connection, Upsert);
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return true;
        });
        return default;
    }

    public ValueTask CompleteAsync(CancellationToken cancellation) => default;

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? default;

    SqliteConnection Connection => connection ?? throw new InvalidOperationException("not open");

    internal SqliteConnection Raw => Connection;

    // Not pooled: closing the last connection folds the write-ahead log into the one file.
    internal static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            opened.Open();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.Of(e);
        }
    }
}
