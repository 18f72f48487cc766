using Extraction.Documents;

namespace Extraction.Clean;

/// <summary>A publication date and where it was found.</summary>
internal readonly record struct Published(DateOnly? Date, PublishedBasis Basis)
{
    public static readonly Published Unknown = new(null, PublishedBasis.None);
}

/// <summary>Chooses an article's publication date: the caller, the source, metadata, words of the page, the feed, the address, the last change; never the time of a crawl.</summary>
internal sealed class PublicationDates(CleanOptions options, SourceHints hints, IReadOnlyList<string> metadata, string? url)
{
    /// <summary>False for a date of the source that is none, or in doubt, or not believed; one that is empty or that nobody asks for does no harm.</summary>
    public static bool CanKnow(string given, CleanOptions options) =>
        options.Published is not null || string.IsNullOrWhiteSpace(given) || Believed(DateReader.Field(given), options) is not null;

    /// <param name="passages">All passages of the page.</param>
    /// <param name="part">The article.</param>
    /// <param name="alone">Whether it is the page's only article: metadata date the page, an article of a digest has words of its own.</param>
    public Published Of(IReadOnlyList<Passage> passages, PagePart part, bool alone)
    {
        if (options.Published is { } given)
            return new Published(given, PublishedBasis.Source);
        if (Believed(DateReader.Field(hints.Published)) is { } hinted)
            return new Published(hinted, PublishedBasis.Source);
        var words = Believed(TextDate.Of(passages, part, alone));
        if (!alone && words is not null)
            return new Published(words, PublishedBasis.Text);
        foreach (var value in metadata)
        {
            if (Believed(DateReader.Field(value)) is { } date)
                return new Published(date, PublishedBasis.Metadata);
        }
        words ??= alone ? null : Believed(TextDate.OfPage(passages));
        words ??= Believed(DatedLine.Of(passages, part));
        if (words is not null)
            return new Published(words, PublishedBasis.Text);
        if (Believed(DateReader.Field(hints.Listed)) is { } listed)
            return new Published(listed, PublishedBasis.Feed);
        if (Believed(UrlDate.Of(url)) is { } addressed)
            return new Published(addressed, PublishedBasis.Url);
        return Believed(DateReader.Field(hints.Changed)) is { } changed ? new Published(changed, PublishedBasis.Changed) : Published.Unknown;
    }

    private DateOnly? Believed(DateOnly? date) => Believed(date, options);

    private static DateOnly? Believed(DateOnly? date, CleanOptions options) => date >= options.EarliestPublished && date <= options.LatestPublished ? date : null;
}
