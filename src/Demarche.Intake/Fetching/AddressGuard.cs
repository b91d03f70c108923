using System.Net;
using System.Net.Sockets;

namespace Demarche.Intake.Fetching;

/// <summary>Tells addresses of the public internet from those that lead into somebody's own network or machine.</summary>
internal static class AddressGuard
{
    // IANA's registries of special-purpose addresses: what is not globally reachable there is refused.
    private static readonly (IPNetwork Network, string Kind)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "an address of this machine"),
        (IPNetwork.Parse("10.0.0.0/8"), "a private address"),
        (IPNetwork.Parse("100.64.0.0/10"), "an address inside a provider's network"),
        (IPNetwork.Parse("127.0.0.0/8"), "a loopback address"),
        (IPNetwork.Parse("169.254.0.0/16"), "a link-local address"), // with the clouds' metadata services
        (IPNetwork.Parse("172.16.0.0/12"), "a private address"),
        (IPNetwork.Parse("192.0.0.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.0.2.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.88.99.0/24"), "a reserved address"),
        (IPNetwork.Parse("192.168.0.0/16"), "a private address"),
        (IPNetwork.Parse("198.18.0.0/15"), "a reserved address"),
        (IPNetwork.Parse("198.51.100.0/24"), "a reserved address"),
        (IPNetwork.Parse("203.0.113.0/24"), "a reserved address"),
        (IPNetwork.Parse("224.0.0.0/4"), "a multicast address"),
        (IPNetwork.Parse("240.0.0.0/4"), "a reserved address"),
        (IPNetwork.Parse("::/128"), "an address of this machine"),
        (IPNetwork.Parse("::1/128"), "a loopback address"),
        (IPNetwork.Parse("2001::/23"), "a reserved address"), // with Teredo, which embeds other addresses
        (IPNetwork.Parse("2001:db8::/32"), "a reserved address"),
        (IPNetwork.Parse("2002::/16"), "a reserved address"), // 6to4 embeds any IPv4 address
        (IPNetwork.Parse("3fff::/20"), "a reserved address"),
        (IPNetwork.Parse("fc00::/7"), "a private address"),
        (IPNetwork.Parse("fe80::/10"), "a link-local address"),
        (IPNetwork.Parse("ff00::/8"), "a multicast address"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <returns>What kind of address it is that is not to be fetched from; null for one of the public internet.</returns>
    internal static string? FindFault(IPAddress address)
    {
        address = Embedded(address);
        foreach (var (network, kind) in Special)
        {
            if (network.Contains(address))
            {
                return kind;
            }
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address) ? "a reserved address" : null;
    }

    // An IPv4 address in the clothes of an IPv6 one leads to where the IPv4 address does.
    private static IPAddress Embedded(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;
}
