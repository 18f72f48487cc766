using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Extraction.Sinks.Delivery;
using Microsoft.Data.Sqlite;

namespace Extraction.Sinks.Sqlite;

/// <summary>Reads the records of a SQLite file back, in the order of documents.</summary>
public static class SqliteSource
{
    public static IEnumerable<SanctionsRecord> Read(string path)
    {
        using var connection = Guard(() => SqliteStore.Connect(path, SqliteOpenMode.ReadOnly));
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT line FROM record_lines ORDER BY document_id, article, id";
        using var reader = Guard(command.ExecuteReader);
        while (Guard(reader.Read))
        {
            yield return JsonSerializer.Deserialize(reader.GetString(0), JsonLines.Record)!;
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
