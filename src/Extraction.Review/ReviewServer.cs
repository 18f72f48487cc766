using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Extraction.Review.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Extraction.Review;

/// <summary>The local web page: bound to 127.0.0.1, entered with a token that is new at every start.</summary>
public sealed class ReviewServer : IAsyncDisposable
{
    const long LargestRequest = 1 << 20;

    readonly WebApplication app;
    int port;

    ReviewServer(WebApplication app, string token) => (this.app, Token) = (app, token);

    /// <summary>The link to open, with the token.</summary>
    public Uri Link => new($"http://127.0.0.1:{port}/?token={Token}");

    public int Port => port;

    public string Token { get; }

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ReviewServer> StartAsync(ReviewDesk desk, ReviewOptions options, CancellationToken cancellation)
    {
        if (options.Port is { } wanted)
        {
            return await StartAsync(desk, options, wanted, cancellation).ConfigureAwait(false);
        }

        try
        {
            return await StartAsync(desk, options, ReviewOptions.UsualPort, cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return await StartAsync(desk, options, 0, cancellation).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static async Task<ReviewServer> StartAsync(ReviewDesk desk, ReviewOptions options, int port, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ReviewServer).Assembly.GetName().Name, EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        var app = builder.Build();
        var server = new ReviewServer(app, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var guard = new Guard(server.Token, () => server.port);
        app.Use(guard.Check);
        Endpoints.Map(app, desk, options);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.port = new Uri(address).Port;
        return server;
    }
}
