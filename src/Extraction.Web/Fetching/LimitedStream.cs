using Extraction.Ingest;

namespace Extraction.Web.Fetching;

/// <summary>A stream that refuses to give more than so many bytes: packed data may be endless and unpack to nothing.</summary>
sealed class LimitedStream(Stream inner, int limit) : ReadOnlyStream(inner)
{
    /// <exception cref="FetchException"><c>web/too-large</c></exception>
    protected override void Came()
    {
        if (Given > limit)
        {
            throw Bodies.TooLarge(limit);
        }
    }
}
