namespace Extraction.Web.Fetching;

/// <summary>Which addresses may be asked for at all, and where a redirect leads.</summary>
static class Redirects
{
    const int LongestAddress = 8000;

    /// <exception cref="FetchException"><c>web/bad-url</c>; after a redirect <c>web/bad-redirect</c></exception>
    public static void Require(Uri address, bool isFirst)
    {
        if (Fault(address) is { } fault)
        {
            throw new FetchException(isFirst ? "web/bad-url" : "web/bad-redirect", isFirst ? fault : $"is redirected, but {fault}");
        }
    }

    /// <returns>What is wrong with an address, or null.</returns>
    public static string? Fault(Uri address) =>
        !address.IsAbsoluteUri ? "is no whole address; write one such as https://example.org/news/1"
        : address.Scheme is not ("http" or "https") ? $"its scheme is {address.Scheme}; only http and https are read"
        : address.Host.Length == 0 ? "it names no host"
        : address.UserInfo.Length > 0 ? "it has a user name or password in it, which would stand in the records"
        : address.AbsoluteUri.Length > LongestAddress ? $"it is longer than {LongestAddress} characters"
        : null;

    /// <exception cref="FetchException"><c>web/bad-redirect</c></exception>
    public static Uri Next(Uri from, string? location) =>
        location is not null && Uri.TryCreate(from, location, out var next)
            ? WithoutFragment(next)
            : throw new FetchException("web/bad-redirect", "is redirected to no address");

    public static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
}
