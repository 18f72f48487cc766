using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Web.Watching;

/// <summary>One line of the state file: what was found, and what is then added to the outputs.</summary>
/// <param name="Files">By name (<c>records</c>, <c>issues</c>, <c>articles</c>): where in the output the words go, and the words.</param>
/// <param name="Done">Addresses that are settled for good: read, or given up.</param>
/// <param name="Waiting">Pages that could not be had and are tried again.</param>
/// <param name="Stored">Name of a database → how many bytes of the records it has; null where nothing changed.</param>
public sealed record WatchCommit(
    [property: JsonPropertyName("files")] IReadOnlyDictionary<string, WatchTail> Files,
    [property: JsonPropertyName("done")] IReadOnlyList<string> Done,
    [property: JsonPropertyName("waiting")] IReadOnlyList<WaitingPage> Waiting,
    [property: JsonPropertyName("stored"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, long>? Stored = null);

/// <summary>What is added to an output.</summary>
/// <param name="At">The length of the output before, in bytes.</param>
/// <param name="Add">Whole lines; may be empty.</param>
public sealed record WatchTail([property: JsonPropertyName("at")] long At, [property: JsonPropertyName("add")] string Add);

/// <summary>A page that is to be tried again.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Tries">At how many polls it was tried.</param>
/// <param name="Published">What its feed said.</param>
/// <param name="Changed">What its sitemap said.</param>
public sealed record WaitingPage(
    [property: JsonPropertyName("address")] string Address,
    [property: JsonPropertyName("tries")] int Tries,
    [property: JsonPropertyName("published")] string? Published = null,
    [property: JsonPropertyName("changed")] string? Changed = null);

[JsonSerializable(typeof(WatchCommit))]
sealed partial class WatchContext : JsonSerializerContext
{
    /// <summary>Letters as they are: the words are those of the outputs.</summary>
    public static WatchContext Relaxed { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
