using System.Net;
using Demarche.Intake.Fetching;

namespace Demarche.Intake.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0", "an address of this machine")]
    [InlineData("10.1.2.3", "a private address")]
    [InlineData("100.64.0.1", "an address inside a provider's network")]
    [InlineData("100.127.255.255", "an address inside a provider's network")]
    [InlineData("127.0.0.1", "a loopback address")]
    [InlineData("127.255.255.254", "a loopback address")]
    [InlineData("169.254.169.254", "a link-local address")]
    [InlineData("172.16.0.1", "a private address")]
    [InlineData("172.31.255.255", "a private address")]
    [InlineData("192.168.1.1", "a private address")]
    [InlineData("198.18.0.1", "a reserved address")]
    [InlineData("224.0.0.1", "a multicast address")]
    [InlineData("255.255.255.255", "a reserved address")]
    [InlineData("::", "an address of this machine")]
    [InlineData("::1", "a loopback address")]
    [InlineData("::ffff:127.0.0.1", "a loopback address")]
    [InlineData("::ffff:10.0.0.1", "a private address")]
    [InlineData("::127.0.0.1", "a reserved address")]
    [InlineData("64:ff9b::a9fe:a9fe", "a link-local address")]
    [InlineData("64:ff9b:1::1", "a reserved address")]
    [InlineData("2001::1", "a reserved address")]
    [InlineData("2002:7f00:1::", "a reserved address")]
    [InlineData("fd00:ec2::254", "a private address")]
    [InlineData("fe80::1", "a link-local address")]
    [InlineData("fe80::1%1", "a link-local address")]
    [InlineData("fec0::1", "a reserved address")]
    [InlineData("ff02::1", "a multicast address")]
    public void An_address_that_leads_inside_is_told_by_its_kind(string address, string kind) =>
        Assert.Equal(kind, AddressGuard.FindFault(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2a00:1450:4001::1")]
    public void An_address_of_the_public_internet_has_no_fault(string address) =>
        Assert.Null(AddressGuard.FindFault(IPAddress.Parse(address)));
}
