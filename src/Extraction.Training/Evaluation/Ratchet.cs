using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Training.Evaluation;

/// <summary>A floor that was lowered on purpose.</summary>
public sealed record Lowering(
    [property: JsonPropertyName("measure")] string Measure,
    [property: JsonPropertyName("from")] double From,
    [property: JsonPropertyName("to")] double To,
    [property: JsonPropertyName("reason")] string Reason);

/// <summary>The floors of one set of articles.</summary>
/// <param name="Corpus">Hash of the articles and annotations that the floors were measured on.</param>
/// <param name="Floors">By measure; for errors it is the ceiling.</param>
/// <param name="Lowered">Floors that were lowered, with the reason.</param>
public sealed record FloorSet(
    [property: JsonPropertyName("corpus")] string Corpus,
    [property: JsonPropertyName("floors")] SortedDictionary<string, double> Floors,
    [property: JsonPropertyName("lowered")] List<Lowering> Lowered);

/// <summary>
/// Holds quality: what was reached once may not be lost. A floors file has a set for each named corpus; raising is free, lowering
/// needs a reason, which is kept in the file, and a changed corpus needs its floors set anew.
/// </summary>
public static class Ratchet
{
    private static readonly RatchetContext Context = new(new JsonSerializerOptions { WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NewLine = "\n" });

    /// <summary>The sets of a floors file by name; none where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is no floors file.</exception>
    public static SortedDictionary<string, FloorSet> Read(string file)
    {
        if (!File.Exists(file))
            return new SortedDictionary<string, FloorSet>(StringComparer.Ordinal);
        try
        {
            return new SortedDictionary<string, FloorSet>(JsonSerializer.Deserialize(File.ReadAllText(file), Context.DictionaryStringFloorSet) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>What is below its floor, in words; empty when all holds.</summary>
    public static IEnumerable<string> Check(FloorSet set, string corpus, EvaluationResult result)
    {
        if (set.Corpus != corpus)
        {
            yield return $"the corpus has changed since its floors were set ({set.Corpus[..Math.Min(12, set.Corpus.Length)]}… then, {corpus[..12]}… now): set them anew";
            yield break;
        }

        foreach (var (name, floor) in set.Floors)
        {
            var measure = Measure.Named(name);
            var value = measure.Of(result);
            if (value is null)
                yield return $"{name} cannot be measured, its floor is {Figures.Three(floor)}";
            else if (measure.LessIsBetter ? value > floor : value < floor)
                yield return $"{name} is {Figures.Three(value.Value)}, {(measure.LessIsBetter ? "above its ceiling" : "below its floor")} of {Figures.Three(floor)}";
        }
    }

    /// <summary>
    /// The floors after this evaluation: raised where it is better, and down to the third decimal. Of another corpus all are set anew.
    /// </summary>
    /// <param name="set">The floors so far, or null.</param>
    /// <param name="corpus">Hash of the articles measured on.</param>
    /// <param name="result">What was measured.</param>
    /// <param name="reason">Allows floors to be lowered, and is kept; null forbids it.</param>
    /// <exception cref="InvalidOperationException">A floor would be lowered without a reason.</exception>
    public static FloorSet Update(FloorSet? set, string corpus, EvaluationResult result, string? reason)
    {
        var floors = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var lowered = set?.Lowered.ToList() ?? [];
        foreach (var measure in Measure.All)
        {
            if (measure.Of(result) is not { } value)
                continue;
            var reached = (measure.LessIsBetter ? Math.Max(0, Math.Ceiling((value * 1000) - 1e-9)) : Math.Floor((value * 1000) + 1e-9)) / 1000;
            var has = set is not null && set.Floors.TryGetValue(measure.Name, out _);
            var floor = has ? set!.Floors[measure.Name] : reached;
            if (measure.LessIsBetter ? reached > floor : reached < floor)
            {
                if (reason is null)
                    throw new InvalidOperationException($"{measure.Name} would go from {Figures.Three(floor)} to {Figures.Three(reached)}: lowering a floor needs a reason.");
                lowered.Add(new Lowering(measure.Name, floor, reached, reason));
            }

            floors[measure.Name] = reached;
        }

        return new FloorSet(corpus, floors, lowered);
    }

    public static void Write(string file, SortedDictionary<string, FloorSet> sets) =>
        File.WriteAllText(file, JsonSerializer.Serialize(new Dictionary<string, FloorSet>(sets), Context.DictionaryStringFloorSet) + "\n");
}

[JsonSerializable(typeof(Dictionary<string, FloorSet>))]
internal sealed partial class RatchetContext : JsonSerializerContext;
