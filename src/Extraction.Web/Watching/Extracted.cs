namespace Extraction.Web.Watching;

/// <summary>What was made of some pages.</summary>
/// <param name="Lines">Name of an output (<c>records</c>, <c>issues</c>, <c>articles</c>) → whole lines of JSON.</param>
/// <param name="Records">How many records.</param>
public sealed record Extracted(IReadOnlyDictionary<string, string> Lines, long Records)
{
    public static readonly Extracted Nothing = new(new Dictionary<string, string>(), 0);
}
