namespace Extraction.Web.Fetching;

/// <summary>A page that cannot be had: becomes an issue with this code.</summary>
/// <param name="code">Stable, <c>web/short-name</c>.</param>
/// <param name="message">What happened and, where it helps, what to do.</param>
/// <param name="isPassing">Whether it may be had another day.</param>
/// <param name="inner">What it was to the transport.</param>
public sealed class FetchException(string code, string message, bool isPassing = false, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    public bool IsPassing { get; } = isPassing;
}
