using System.Text;
using Extraction.Ingest;
using Extraction.Web.Fetching;

namespace Extraction.Web.Tests;

/// <summary>A fetcher that may reach the loopback server, with a clock that runs fast and no cache unless one is named.</summary>
sealed class Some : IDisposable
{
    public static readonly WebOptions Options = new() { AllowNetworks = ["127.0.0.0/8"], CacheMegabytes = 0, HostPauseSeconds = 0.01, PauseSeconds = 0.5, AttemptSeconds = 500, TotalSeconds = 5000 };

    public Some(WebOptions? options = null, Extraction.Web.Addresses.Resolver? resolve = null, double speed = 50)
    {
        Time = new(speed);
        Fetcher = new(options ?? Options, Time, resolve);
        Lists = new(Fetcher, options ?? Options);
        Source = new(Fetcher, Lists, published: null);
    }

    public LoopbackServer Server { get; } = new();

    public FastTime Time { get; }

    public Fetcher Fetcher { get; }

    public ListSource Lists { get; }

    public WebSource Source { get; }

    /// <summary>The text of a page, or the code of why it cannot be had.</summary>
    public async Task<string> Fetch(string path, FetchKind kind = FetchKind.Page)
    {
        try
        {
            return Encoding.UTF8.GetString((await Fetcher.FetchAsync(Server[path], kind, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30))).Body.Span);
        }
        catch (FetchException e)
        {
            return e.Code;
        }
    }

    /// <summary>What a run gets of these, a line each: the text of a document, a code or a reason.</summary>
    public List<string> Read(params WebTarget[] targets) => [.. Items(targets).Select(item => item switch
    {
        SourceDocument source => Encoding.UTF8.GetString(source.Document.Body.Span),
        SourceFault fault => fault.Issue.Code,
        SourceSkip skip => skip.Reason,
        _ => throw new InvalidOperationException(),
    })];

    public List<SourceItem> Items(params WebTarget[] targets) => [.. Source.Pieces(targets, CancellationToken.None).SelectMany(piece => ((ItemsPiece)piece).Items)];

    public WebTarget Page(string path) => new($"{Server[path]}");

    public WebTarget List(string path) => new($"{Server[path]}", IsList: true);

    public void Dispose()
    {
        Fetcher.Dispose();
        Server.Dispose();
    }
}
