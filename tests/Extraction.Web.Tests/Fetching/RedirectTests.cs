using System.Net;
using Extraction.Web.Fetching;

namespace Extraction.Web.Tests.Fetching;

[TestFixture]
public sealed class RedirectTests
{
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task ARedirectIsFollowedAndThePageHasItsNewAddress(int status)
    {
        using var some = new Some();
        some.Server.On("/old", _ => LoopbackServer.Redirect("new?x=1#part", status)).Page("/new?x=1", "<p>here");
        var page = await some.Fetcher.FetchAsync(some.Server["/old"], FetchKind.Page, default);
        Assert.That(page.Address, Is.EqualTo(some.Server["/new?x=1"]));
    }

    [Test]
    public async Task ACircleIsLeft()
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Redirect("/b")).On("/b", _ => LoopbackServer.Redirect("/a"));
        Assert.That((await some.Fetch("/a"), some.Server.Count("/a")), Is.EqualTo(("web/redirects", 1)));
    }

    [Test]
    public async Task RedirectsAreCounted()
    {
        using var some = new Some(Some.Options with { MaxRedirects = 3 });
        for (var i = 0; i < 9; i++)
        {
            var next = i + 1;
            some.Server.On($"/{i}", _ => LoopbackServer.Redirect($"/{next}"));
        }

        some.Server.Page("/9", "<p>end");
        Assert.That((await some.Fetch("/6"), await some.Fetch("/5")), Is.EqualTo(("<p>end", "web/redirects")));
    }

    [TestCase("http://10.1.2.3/", "web/address-refused")]
    [TestCase("http://169.254.169.254/latest/meta-data/", "web/address-refused")]
    [TestCase("http://[::1]/", "web/address-refused")]
    [TestCase("http://[::ffff:10.0.0.1]/", "web/address-refused")]
    [TestCase("file:///etc/passwd", "web/bad-redirect")]
    [TestCase("gopher://127.0.0.1/", "web/bad-redirect")]
    [TestCase("http://user:word@127.0.0.1/", "web/bad-redirect")]
    [TestCase("http://", "web/bad-redirect")]
    [TestCase("/forbidden", "web/robots")]
    public async Task WhereverItLeadsTheRulesAreTheSame(string location, string code)
    {
        using var some = new Some();
        some.Server.On("/a", _ => LoopbackServer.Redirect(location)).Page("/robots.txt", "User-agent: *\nDisallow: /forbidden", "text/plain").Page("/forbidden", "<p>secret");
        Assert.That((await some.Fetch("/a"), some.Server.Count("/forbidden")), Is.EqualTo((code, 0)));
    }

    [Test]
    public async Task ANameIsJudgedByTheAddressThatIsConnectedTo()
    {
        // The second look-up gives another address: rebinding.
        var looks = 0;
        using var some = new Some(
            Some.Options with { Robots = false },
            (_, _) => Task.FromResult<IPAddress[]>([++looks == 1 ? IPAddress.Loopback : IPAddress.Parse("192.168.0.1")]));
        some.Server.Page("/a", "<p>first");
        var address = new Uri($"http://news.example:{some.Server.Port}/a");
        await some.Fetcher.FetchAsync(address, FetchKind.Page, default);
        Assert.That(async () => await some.Fetcher.FetchAsync(address, FetchKind.Page, default), Throws.InstanceOf<FetchException>().With.Property("Code").EqualTo("web/address-refused"));
    }

    [Test]
    public async Task OfSeveralAddressesOnlyThoseThatMayBeReachedAreTried()
    {
        using var some = new Some(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Loopback]));
        some.Server.Page("/a", "<p>here");
        var page = await some.Fetcher.FetchAsync(new($"http://news.example:{some.Server.Port}/a"), FetchKind.Page, default);
        Assert.That(page.Body.Length, Is.EqualTo(7));
    }

    [Test]
    public async Task WithoutLeaveTheLoopbackIsRefused()
    {
        using var some = new Some(Some.Options with { AllowNetworks = [] });
        some.Server.Page("/a", "<p>here");
        Assert.That((await some.Fetch("/a"), some.Server.Requests.Count), Is.EqualTo(("web/address-refused", 0)));
    }
}
