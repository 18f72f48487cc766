using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extraction.Web.Tests;

/// <summary>What was asked of the server.</summary>
sealed record Asked(string Path, IReadOnlyDictionary<string, string> Fields, int Time);

/// <summary>A web server on 127.0.0.1 that a test tells byte by byte what to answer; so it can misbehave in every way. One request a connection.</summary>
sealed class LoopbackServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentDictionary<string, Func<Asked, NetworkStream, CancellationToken, Task>> pages = new(StringComparer.Ordinal);
    readonly ConcurrentQueue<Asked> asked = new();

    public LoopbackServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public List<Asked> Requests => [.. asked];

    public Uri this[string path] => new($"http://127.0.0.1:{Port}{path}");

    /// <summary>How often a path was asked for.</summary>
    public int Count(string path) => asked.Count(a => a.Path == path);

    /// <summary>Answers with bytes as they are.</summary>
    public LoopbackServer On(string path, Func<Asked, NetworkStream, CancellationToken, Task> answer)
    {
        pages[path] = answer;
        return this;
    }

    public LoopbackServer On(string path, Func<Asked, byte[]> answer) => On(path, async (request, stream, cancellation) => await stream.WriteAsync(answer(request), cancellation));

    public LoopbackServer Page(string path, string body, string type = "text/html", params string[] fields) => On(path, _ => Ok(body, type, fields));

    public static byte[] Ok(string body, string type = "text/html", params string[] fields) => Answer(200, Encoding.UTF8.GetBytes(body), [$"Content-Type: {type}", .. fields]);

    public static byte[] Answer(int status, byte[] body, params string[] fields) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\n{string.Concat(fields.Select(field => field + "\r\n"))}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public static byte[] Redirect(string location, int status = 302) => Answer(status, [], $"Location: {location}");

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
                _ = Task.Run(() => ServeAsync(client, stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    async Task ServeAsync(TcpClient client, CancellationToken cancellation)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(cancellation))?.Split(' ')[1] ?? "";
                var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync(cancellation) is { Length: > 0 } line)
                {
                    fields[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
                }

                var request = new Asked(path, fields, Environment.TickCount);
                asked.Enqueue(request);
                await (pages.TryGetValue(path, out var answer) ? answer(request, stream, cancellation) : stream.WriteAsync(Answer(404, []), cancellation).AsTask());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
            }
        }
    }
}
