using System.Runtime.CompilerServices;
using Extraction.Flow;
using Extraction.Ingest;
using Extraction.Web;
using Extraction.Web.Fetching;

namespace Extraction.Cli;

/// <summary>Pages from the web as the last input of a run. The only place of <c>run</c> that loads what fetches them.</summary>
static class WebInputs
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static RemoteInput Create(WebRequest request, PipelineOptions options, ICollection<string> faults)
    {
        var targets = Targets(request, faults);
        return new("the web", cancellation => Pieces(targets, options, cancellation));
    }

    public static WebTarget[] Targets(WebRequest request, ICollection<string> faults) =>
    [
        .. request.Urls.Select(url => new WebTarget(url)),
        .. request.Files.SelectMany(file => FromFile(file, faults)),
        .. request.Feeds.Concat(request.Sitemaps).Select(list => new WebTarget(list, IsList: true)),
    ];

    static IEnumerable<Piece> Pieces(WebTarget[] targets, PipelineOptions options, CancellationToken cancellation)
    {
        using var fetcher = new Fetcher(options.Web, TimeProvider.System);
        var source = new WebSource(fetcher, new(fetcher, options.Web), options.Ingest.Published);
        foreach (var piece in source.Pieces(targets, cancellation))
        {
            yield return piece;
        }
    }

    static WebTarget[] FromFile(string path, ICollection<string> faults)
    {
        try
        {
            return [.. WebTarget.FromFile(path)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"--urls {path}: cannot be read: {e.Message}");
            return [];
        }
    }
}
