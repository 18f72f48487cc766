namespace Extraction.Web.Fetching;

/// <summary>When a page was last changed. A server that made the page just now says that it was changed just now, which says nothing.</summary>
static class ChangeDate
{
    static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public static DateTimeOffset? Of(DateTimeOffset? lastModified, DateTimeOffset? served) =>
        lastModified is { } changed && served is { } now && now - changed > JustNow ? changed : null;
}
