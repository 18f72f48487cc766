using System.Text.Json;
using Extraction.Documents;
using Extraction.Emit;
using Npgsql;

namespace Extraction.Sinks.Postgres;

/// <summary>Reads the records of a database back, in the order of documents, without holding them all.</summary>
public static class PostgresSource
{
    /// <param name="address">What follows <c>postgres:</c>.</param>
    /// <param name="environment">Reads environment variables.</param>
    public static IEnumerable<SanctionsRecord> Read(string address, Func<string, string?> environment)
    {
        using var source = NpgsqlDataSource.Create(PostgresAddress.Parse(address, environment));
        using var connection = Guard(source.OpenConnection);
        using var command = new NpgsqlCommand("SELECT line::text FROM record_lines ORDER BY document_id COLLATE \"C\", article, id COLLATE \"C\"", connection);
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
        catch (Exception e) when (PostgresFaults.Knows(e))
        {
            throw PostgresFaults.Of(e);
        }
    }
}
