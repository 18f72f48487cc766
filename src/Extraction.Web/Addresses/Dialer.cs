using System.Net;
using System.Net.Sockets;
using Extraction.Web.Fetching;

namespace Extraction.Web.Addresses;

/// <summary>Looks a host's name up; injected for tests.</summary>
public delegate Task<IPAddress[]> Resolver(string host, CancellationToken cancellation);

/// <summary>
/// Opens connections, and only to addresses that may be reached. The address is judged after the name was looked up and is the very one
/// that is then connected to, so that a name which answers differently the second time (DNS rebinding) gains nothing.
/// </summary>
sealed class Dialer(AddressRules rules, Resolver resolve, TimeProvider clock)
{
    /// <summary>For one address of several.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="FetchException"><c>web/address-refused</c>, <c>web/no-host</c></exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await LookUpAsync(host, cancellation).ConfigureAwait(false);
        var open = Array.FindAll(found, rules.Allows);
        if (open.Length == 0)
        {
            throw found.Length == 0
                ? new FetchException("web/no-host", $"{host} has no address", isPassing: true)
                : new FetchException("web/address-refused", $"{host} is at {found[0]}, which is not a public address; web.allow_networks allows networks of your own");
        }

        for (var i = 0; ; i++)
        {
            try
            {
                return await OpenAsync(open[i], port, open.Length > 1, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (i + 1 < open.Length && e is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
            }
        }
    }

    async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await resolve(host, cancellation).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            throw new FetchException("web/no-host", $"{host} cannot be looked up: {e.Message}", isPassing: true, e);
        }
    }

    async Task<Stream> OpenAsync(IPAddress address, int port, bool hasOthers, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var patience = new CancellationTokenSource(hasOthers ? Patience : Timeout.InfiniteTimeSpan, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            await socket.ConnectAsync(new IPEndPoint(address, port), both.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
