using System.Net;
using Extraction.Web.Addresses;

namespace Extraction.Web.Tests.Addresses;

[TestFixture]
public sealed class AddressRulesTests
{
    [TestCase("93.184.216.34", true)]
    [TestCase("2606:2800:220:1:248:1893:25c8:1946", true)]
    [TestCase("64:ff9b::5db8:d822", true)]
    [TestCase("0.0.0.0", false)]
    [TestCase("10.255.0.1", false)]
    [TestCase("100.100.100.200", false)]
    [TestCase("127.8.8.8", false)]
    [TestCase("169.254.169.254", false)]
    [TestCase("168.63.129.16", false)]
    [TestCase("172.31.0.1", false)]
    [TestCase("172.32.0.1", true)]
    [TestCase("192.168.1.1", false)]
    [TestCase("224.0.0.1", false)]
    [TestCase("255.255.255.255", false)]
    [TestCase("::", false)]
    [TestCase("::1", false)]
    [TestCase("::ffff:127.0.0.1", false)]
    [TestCase("::ffff:93.184.216.34", true)]
    [TestCase("64:ff9b::a00:1", false)]
    [TestCase("fd00:ec2::254", false)]
    [TestCase("fe80::1", false)]
    [TestCase("fec0::1", false)]
    [TestCase("ff02::1", false)]
    [TestCase("2002:a00:1::", false)]
    [TestCase("2001:0:a00::1", false)]
    [TestCase("2001:db8::1", false)]
    public void OnlyPublicAddressesMayBeReached(string address, bool expected) =>
        Assert.That(new AddressRules([]).Allows(IPAddress.Parse(address)), Is.EqualTo(expected));

    [TestCase("10.1.2.3", true)]
    [TestCase("::ffff:10.1.2.3", true)]
    [TestCase("10.2.0.1", false)]
    [TestCase("fd12::1", true)]
    public void UnlessTheirNetworkIsAllowed(string address, bool expected) =>
        Assert.That(new AddressRules(["10.1.0.0/16", "fd12::/16"]).Allows(IPAddress.Parse(address)), Is.EqualTo(expected));
}
