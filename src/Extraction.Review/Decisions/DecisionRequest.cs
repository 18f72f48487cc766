using System.Text.Json;

namespace Extraction.Review.Decisions;

/// <summary>A decision as the page sends it; see <see cref="Decision"/> for the fields.</summary>
public sealed record DecisionRequest(string? Key, string? Who, string? What, string? Record, string? Why, JsonElement? Content, string? Other, string? Undoes);

/// <summary>A decision that makes no sense, with what to tell the reviewer.</summary>
public sealed class DecisionException(string message) : Exception(message);
