using Demarche.Intake.Fetching;

namespace Demarche.Intake.Tests.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/page", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/any", true)]
    [InlineData("", "/any", true)]
    [InlineData("Disallow: /", "/any", true)] // belongs to no group
    [InlineData("user-agent : DEMARCHE\r\ndisallow : /a # for now\r\n", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: demarche\nAllow: /", "/any", true)]
    [InlineData("User-agent: demarche/0.1\nDisallow: /", "/any", false)]
    [InlineData("User-agent: demarcher\nDisallow: /", "/any", true)]
    [InlineData("User-agent: demarche\nUser-agent: other\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: demarche\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: demarche\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: demarche\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: demarche\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("User-agent: *\nAllow: /news\nDisallow: /news/closed", "/news/closed/1", false)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-x-c-d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-c-b", true)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fish", false)]
    [InlineData("User-agent: *\nDisallow: /fish$", "/fishes", true)]
    [InlineData("User-agent: *\nDisallow: /*?session=", "/page?session=1", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%C3%A9/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("\uFEFFUser-agent: *\nSitemap: https://example.org/s.xml\nDisallow: /x", "/x", false)]
    public void The_longest_rule_of_our_group_decides(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(file, "demarche").Allows(new Uri("https://example.org" + path)));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10)]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", 60)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: *\nCrawl-delay: 10\nUser-agent: demarche\nDisallow: /x", 0)]
    public void The_pause_that_is_asked_for_is_at_most_a_minute(string file, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RobotsRules.Parse(file, "demarche").CrawlDelay);

    [Fact]
    public void A_pattern_made_to_be_slow_is_matched_in_no_time()
    {
        var file = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("a*", 20_000)) + "b$";

        Assert.True(RobotsRules.Parse(file, "demarche").Allows(new Uri("https://example.org/" + new string('a', 8000))));
    }

    [Fact]
    public void Any_text_gives_rules()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var words = new[] { "User-agent:", "Disallow:", "Allow:", "*", "$", "%", "%G", "/", "demarche", "\n", "\r", "#", ":", "é", "\0" };
            var file = string.Concat(Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)]));

            var error = Record.Exception(() => RobotsRules.Parse(file, "demarche").Allows(new Uri("https://example.org/%/a")));

            Assert.True(error is null, $"seed {seed}: {error}");
        }
    }
}
