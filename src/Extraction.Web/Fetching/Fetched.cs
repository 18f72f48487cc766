namespace Extraction.Web.Fetching;

/// <summary>A page, or a feed or sitemap, that was had.</summary>
/// <param name="Address">Where it was in the end, after redirects.</param>
/// <param name="ContentType">As sent, or null.</param>
/// <param name="Body">Unpacked.</param>
/// <param name="Changed">When it was last changed, as the server says, or null.</param>
/// <param name="IsFromCache">Whether the server said that it is still what was kept.</param>
public sealed record Fetched(Uri Address, string? ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset? Changed, bool IsFromCache);
