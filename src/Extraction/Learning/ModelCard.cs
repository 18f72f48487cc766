using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extraction.Learning;

/// <summary>A source that a model was trained on.</summary>
/// <param name="Name">Name of the corpus or list.</param>
/// <param name="Licence">SPDX-like name of its licence.</param>
/// <param name="Sha256">Of the files used, each file's hash hashed in ordinal order of their names.</param>
public sealed record ModelSource(string Name, string Licence, string Sha256);

/// <summary>A measured number, beside the number that was hoped for.</summary>
/// <param name="Measure">What was measured and on what.</param>
/// <param name="Value">Per cent, or as the measure says.</param>
/// <param name="Guide">The guide figure, or null where there was none.</param>
public sealed record ModelScore(string Measure, double Value, double? Guide = null);

/// <summary>What a model is, where it comes from and how good it is: <c>card.json</c> beside its <c>weights.bin</c>.</summary>
public sealed record ModelCard(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("about")] string About,
    [property: JsonPropertyName("feature_version")] int FeatureVersion,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("licence")] string Licence,
    [property: JsonPropertyName("sources")] ImmutableArray<ModelSource> Sources,
    [property: JsonPropertyName("scores")] ImmutableArray<ModelScore> Scores);

/// <summary>Writing cards.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardJson : JsonSerializerContext;
