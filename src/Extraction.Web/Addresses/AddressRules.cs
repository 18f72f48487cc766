using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Extraction.Web.Addresses;

/// <summary>
/// Which addresses may be reached: public ones (IANA's special-purpose registries say which are not), and the networks that the user
/// allowed. What stands for an IPv4 address inside IPv6 is judged by that address.
/// </summary>
/// <param name="allowed">Networks (CIDR) that may be reached although they are not public.</param>
public sealed class AddressRules(IEnumerable<string> allowed)
{
    static readonly ImmutableArray<IPNetwork> Refused4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32"); // a cloud's own services, at an address that looks public

    /// <summary>Of IPv6 only global unicast is public, and of that not: protocol assignments with Teredo, documentation, 6to4.</summary>
    static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    static readonly ImmutableArray<IPNetwork> Refused6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>NAT64: the last four bytes are an IPv4 address.</summary>
    static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    readonly ImmutableArray<IPNetwork> allowed = Networks([.. allowed]);

    public bool Allows(IPAddress address)
    {
        var meant = Unwrapped(address);
        return allowed.Any(network => network.Contains(meant)) || IsPublic(meant);
    }

    static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Refused4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => Public6.Contains(address) && !Refused6.Any(network => network.Contains(address)),
        _ => false,
    };

    static IPAddress Unwrapped(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? new(address.GetAddressBytes().AsSpan(12))
        : address;

    static ImmutableArray<IPNetwork> Networks(params string[] texts) => [.. texts.Select(text => IPNetwork.Parse(text))];
}
