using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Flow;

/// <summary>A checkpoint as JSON. Every run writes one at its end: field by field, since setting a serializer up takes longer than many a run.</summary>
static partial class CheckpointText
{
    public static void Write(Stream stream, CheckpointState state)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString(nameof(state.Fingerprint), state.Fingerprint);
        json.WriteBoolean(nameof(state.IsComplete), state.IsComplete);
        json.WriteNumber(nameof(state.Pieces), state.Pieces);
        json.WriteStartArray(nameof(state.Lengths));
        foreach (var length in state.Lengths)
        {
            json.WriteNumberValue(length);
        }

        json.WriteEndArray();
        json.WriteStartObject(nameof(state.Ledger));
        json.WriteNumber(nameof(LedgerState.Read), state.Ledger.Read);
        json.WriteNumber(nameof(LedgerState.Finished), state.Ledger.Finished);
        json.WriteNumber(nameof(LedgerState.Articles), state.Ledger.Articles);
        Write(json, nameof(LedgerState.Skipped), state.Ledger.Skipped, json.WriteNumber);
        Write(json, nameof(LedgerState.Failed), state.Ledger.Failed, json.WriteNumber);
        Write(json, nameof(LedgerState.Issues), state.Ledger.Issues, json.WriteNumber);
        Write(json, nameof(LedgerState.Records), state.Ledger.Records, json.WriteNumber);
        Write(json, nameof(LedgerState.Months), state.Ledger.Months, json.WriteNumber);
        Write(json, nameof(LedgerState.Actors), state.Ledger.Actors, json.WriteNumber);
        json.WriteNumber(nameof(LedgerState.Seconds), state.Ledger.Seconds);
        Write(json, nameof(LedgerState.Busy), state.Ledger.Busy, json.WriteNumber);
        Write(json, nameof(LedgerState.Slowest), state.Ledger.Slowest, json.WriteNumber);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no checkpoint.</exception>
    public static CheckpointState? Read(byte[] bytes) => JsonSerializer.Deserialize(bytes, Context.Default.CheckpointState);

    static void Write<T>(Utf8JsonWriter json, string name, SortedDictionary<string, T> values, Action<string, T> write)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            write(key, value);
        }

        json.WriteEndObject();
    }

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(CheckpointState))]
    sealed partial class Context : JsonSerializerContext;
}
