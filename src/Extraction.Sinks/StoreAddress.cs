using Extraction.Documents;
using Extraction.Sinks.Delivery;
using Extraction.Sinks.Events;
using Extraction.Sinks.Files;
using Extraction.Sinks.Ftm;
using Extraction.Sinks.Postgres;
using Extraction.Sinks.Reading;
using Extraction.Sinks.Sqlite;

namespace Extraction.Sinks;

/// <summary>Where records go to or come from, as written: <c>sqlite:sanctions.db</c>, <c>csv:records.csv</c>. The one place that knows the kinds.</summary>
/// <param name="Kind">What stands before the colon.</param>
/// <param name="Place">What stands after it.</param>
public sealed record StoreAddress(string Kind, string Place)
{
    /// <summary>For help texts.</summary>
    public const string Forms = "sqlite:FILE, postgres:…, csv:FILE, ftm:FILE (FollowTheMoney), events:FILE (GDELT/PLOVER), jsonl:FILE";

    /// <summary>Those that can be read back.</summary>
    public const string Sources = "sqlite:FILE, postgres:…, jsonl:FILE";

    static readonly Dictionary<string, Func<string, IRecordStore>> Stores = new(StringComparer.Ordinal)
    {
        ["sqlite"] = place => new SqliteStore(place),
        ["csv"] = place => new CsvStore(place),
        ["events"] = place => new EventStore(place),
        ["ftm"] = place => new FtmStore(place),
        ["jsonl"] = place => new JsonLinesStore(place),
        ["postgres"] = place => new PostgresStore(place, Environment.GetEnvironmentVariable),
    };

    /// <exception cref="FormatException">With what to write instead; never with the whole address, which may hold a password.</exception>
    public static StoreAddress Parse(string text)
    {
        var (kind, place) = text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (text, "");
        kind = kind == "postgresql" ? "postgres" : kind;
        if (!Stores.ContainsKey(kind))
        {
            throw new FormatException($"'{Plain.Line(kind)}' is no kind of store; write {Forms}");
        }

        return place.Length == 0 && kind != "postgres" ? throw new FormatException($"{kind}: needs a file name after the colon") : new(kind, place);
    }

    /// <summary>As <see cref="Parse"/>, or null where that throws.</summary>
    public static StoreAddress? TryParse(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether records are there as soon as they are stored; a file appears when all are.</summary>
    public bool IsDatabase => Kind is "sqlite" or "postgres";

    /// <summary>The file that it names, or null where it is no file.</summary>
    public string? File => Kind == "postgres" ? null : Place;

    /// <exception cref="FormatException">The address is none of this kind.</exception>
    public IRecordStore CreateStore() => Stores[Kind](Place);

    /// <summary>The records of a store that can be read back, or of a file of JSON Lines.</summary>
    /// <exception cref="FormatException">Nothing of the kind.</exception>
    public static IEnumerable<RecordLine> Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text[..Math.Max(colon, 0)] switch
        {
            "sqlite" => Number(SqliteSource.Read(text[(colon + 1)..])),
            "postgres" or "postgresql" => Number(PostgresSource.Read(text[(colon + 1)..], Environment.GetEnvironmentVariable)),
            "jsonl" => RecordReader.ReadFile(text[(colon + 1)..]),
            _ when System.IO.File.Exists(text) => RecordReader.ReadFile(text),
            _ => throw new FormatException($"no records can be read from '{Plain.Line(colon < 0 ? text : text[..colon])}'; write {Sources} or the name of a file of JSON Lines"),
        };
    }

    static IEnumerable<RecordLine> Number(IEnumerable<SanctionsRecord> records) => records.Select((record, n) => new RecordLine(n + 1, record, null));
}
