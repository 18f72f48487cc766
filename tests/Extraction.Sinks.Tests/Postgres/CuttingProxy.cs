using System.Net;
using System.Net.Sockets;

namespace Extraction.Sinks.Tests.Postgres;

/// <summary>Stands between the program and the server and cuts a connection after so many bytes, a number of times; then lets all pass.</summary>
sealed class CuttingProxy : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly int server;
    readonly long cutAfter;
    int cutsLeft;

    public CuttingProxy(int server, long cutAfter, int cuts)
    {
        (this.server, this.cutAfter, cutsLeft) = (server, cutAfter, cuts);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Cuts { get; private set; }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                var upstream = new TcpClient();
                await upstream.ConnectAsync(IPAddress.Loopback, server);
                var pair = new Pair(client, upstream);
                _ = PumpAsync(client, upstream, pair);
                _ = PumpAsync(upstream, client, pair);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }

    async Task PumpAsync(TcpClient from, TcpClient to, Pair pair)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, stop.Token)) > 0)
            {
                // The bytes that reach the mark still go through: the server may commit what the client never hears of.
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), stop.Token);
                if (pair.Passed(read) >= cutAfter && Interlocked.Decrement(ref cutsLeft) >= 0)
                {
                    Cuts++;
                    break;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }

        from.Dispose();
        to.Dispose();
    }

    sealed record Pair(TcpClient Client, TcpClient Upstream)
    {
        long bytes;

        public long Passed(int more) => Interlocked.Add(ref bytes, more);
    }
}
