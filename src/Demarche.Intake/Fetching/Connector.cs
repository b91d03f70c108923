using System.Net;
using System.Net.Sockets;

namespace Demarche.Intake.Fetching;

/// <summary>Opens connections, and only to where they may lead.</summary>
internal static class Connector
{
    /// <summary>How long one of several addresses of a host is tried before the next.</summary>
    private static readonly TimeSpan AddressTime = TimeSpan.FromSeconds(10);

    /// <summary>Looks the host up, judges every address that it has, and connects to the first that answers.</summary>
    /// <remarks>
    /// The very addresses that were judged are connected to, so that a name whose address changes between two look-ups gains
    /// nothing. One bad address among good ones refuses the host: an honest name has none.
    /// </remarks>
    /// <param name="findFault">Tells why an address is not to be connected to; null where it may be.</param>
    /// <exception cref="RefusedAddressException">An address of the host is refused.</exception>
    /// <exception cref="SocketException">The host is not known, or none of its addresses answers.</exception>
    internal static async ValueTask<Stream> Connect(DnsEndPoint host, Func<IPAddress, string?> findFault, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, stop).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            if (findFault(address) is { } kind)
            {
                throw new RefusedAddressException(host.Host, address, kind);
            }
        }

        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
            time.CancelAfter(AddressTime);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, host.Port), time.Token).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception problem) when (problem is SocketException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
            {
                socket.Dispose();
                last = problem as SocketException ?? new SocketException((int)SocketError.TimedOut);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}

/// <summary>A host has an address that is not to be fetched from.</summary>
internal sealed class RefusedAddressException(string host, IPAddress address, string kind) : Exception($"'{host}' is at {address}, {kind}.")
{
    internal string Host { get; } = host;

    internal IPAddress Address { get; } = address;

    internal string Kind { get; } = kind;
}
