using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Learning;

/// <summary>
/// Reads a card field by field. A serializer would be shorter, but what it sets up for eight fields takes longer than loading the
/// models themselves.
/// </summary>
internal static class ModelCardReader
{
    /// <exception cref="JsonException">It is no JSON, or a field is missing or of another kind.</exception>
    public static ModelCard Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        try
        {
            return Card(document.RootElement);
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    private static ModelCard Card(JsonElement card)
    {
        var sources = ImmutableArray.CreateBuilder<ModelSource>();
        foreach (var source in card.GetProperty("sources").EnumerateArray())
        {
            sources.Add(new(Text(source, "name"), Text(source, "licence"), Text(source, "sha256")));
        }

        var scores = ImmutableArray.CreateBuilder<ModelScore>();
        foreach (var score in card.GetProperty("scores").EnumerateArray())
        {
            scores.Add(new(Text(score, "measure"), score.GetProperty("value").GetDouble(), score.TryGetProperty("guide", out var guide) && guide.ValueKind != JsonValueKind.Null ? guide.GetDouble() : null));
        }

        return new(
            Text(card, "name"), Text(card, "about"), card.GetProperty("feature_version").GetInt32(), card.GetProperty("bytes").GetInt64(), Text(card, "sha256"), Text(card, "licence"),
            sources.ToImmutable(), scores.ToImmutable());
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null");
}
