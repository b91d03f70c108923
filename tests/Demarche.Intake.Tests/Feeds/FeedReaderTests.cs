using System.Globalization;
using System.Text;
using Demarche.Intake.Feeds;

namespace Demarche.Intake.Tests.Feeds;

public sealed class FeedReaderTests
{
    private const string Where = "https://example.org/world/feed";

    [Fact]
    public void RSS_2_0_gives_its_entries()
    {
        var feed = Read(
            """

            <?xml version="1.0" encoding="windows-1251"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel>
                <title>The Example Times</title><link>https://example.org/</link><ttl>30</ttl>
                <image><title>Logo</title><link>https://example.org/logo</link></image>
                <item>
                  <media:title>A picture</media:title><media:content url="https://example.org/p.jpg"/>
                  <title><![CDATA[Kono <em>meets</em> Lavrov &amp; others]]></title>
                  <link>/2023/kono</link>
                  <guid isPermaLink="false">4711</guid>
                  <pubDate>Thu, 19 Oct 2023 08:30:00 +0900</pubDate>
                  <dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator>
                  <description>In short.</description>
                  <content:encoded><![CDATA[<p>At length.</p>]]></content:encoded>
                </item>
                <item>
                  <title>Second</title>
                  <guid>https://example.org/2</guid>
                  <author>desk@example.org (Ann Poe)</author>
                  <source url="https://other.example/feed">The Other Post</source>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal(
            """
            The Example Times, fresh for 30 minutes
            4711 | https://example.org/2023/kono | Kono meets Lavrov & others | 2023-10-19T08:30:00+09:00 | Jane Doe, John Roe | | <p>At length.</p> | In short.
            https://example.org/2 | https://example.org/2 | Second | | Ann Poe | The Other Post | |
            """, Print(feed));
    }

    [Fact]
    public void RSS_1_0_gives_the_items_beside_its_channel()
    {
        var feed = Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://example.org/"><title>Old News</title><items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://example.org/1"><title>First</title><link>https://example.org/1</link><dc:date>2023-10-19T08:30:00+09:00</dc:date><dc:creator>Jane Doe</dc:creator><description>In short.</description></item>
            </rdf:RDF>
            """);

        Assert.Equal(
            """
            Old News
            https://example.org/1 | https://example.org/1 | First | 2023-10-19T08:30:00+09:00 | Jane Doe | | | In short.
            """, Print(feed));
    }

    [Fact]
    public void Atom_gives_its_entries_with_text_in_all_its_kinds()
    {
        var feed = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/">
              <title type="html">Example &amp;amp; Sons</title><author><name>The Desk</name></author>
              <entry xml:base="b/">
                <id>tag:example.org,2023:1</id><title>First</title><updated>2023-10-20T00:00:00Z</updated><published>2023-10-19T08:30:00Z</published>
                <link rel="self" href="self"/><link rel="alternate" type="application/pdf" href="pdf"/><link rel="alternate" type="text/html" href="page"/>
                <author><name>Jane Doe</name></author>
                <content type="html">&lt;p&gt;At length.&lt;/p&gt;</content><summary>In short.</summary>
              </entry>
              <entry>
                <id>urn:uuid:2</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> one</div></title><updated>2023-10-20T00:00:00Z</updated>
                <link href="/two"/>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>In XHTML.</p></div></content>
                <source><title>The Other Post</title><author><name>Ann Poe</name></author></source>
              </entry>
              <entry><id>urn:uuid:3</id><title>3</title><content type="text">Plain &lt; text</content></entry>
              <entry><id>urn:uuid:4</id><title>4</title><content type="text/html" src="elsewhere"/></entry>
            </feed>
            """);

        Assert.Equal(
            """
            Example & Sons
            tag:example.org,2023:1 | https://example.org/a/b/page | First | 2023-10-19T08:30:00+00:00 | Jane Doe | | <p>At length.</p> | In short.
            urn:uuid:2 | https://example.org/two | A bold one | 2023-10-20T00:00:00+00:00 | Ann Poe | The Other Post | <div xmlns="http://www.w3.org/1999/xhtml"><p>In XHTML.</p></div> |
            urn:uuid:3 | | 3 | | The Desk | | Plain < text |
            urn:uuid:4 | https://example.org/a/elsewhere | 4 | | The Desk | | |
            """, Print(feed));
    }

    [Fact]
    public void JSON_Feed_gives_its_items()
    {
        var feed = Read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Example", "authors": [{"name": "The Desk"}], "items": [
              {"id": "https://example.org/1", "url": "/1", "title": "First", "content_html": "<p>At length.</p>", "summary": "In short.", "date_published": "2023-10-19T08:30:00+09:00", "authors": [{"name": "Jane Doe"}, {"url": "https://example.org/x"}]},
              {"id": 2, "external_url": "https://other.example/2", "content_text": "Plain < text", "author": {"name": "Ann Poe"}},
              {"id": "3", "title": null}, "nothing"]}
            """);

        Assert.Equal(
            """
            Example
            https://example.org/1 | https://example.org/1 | First | 2023-10-19T08:30:00+09:00 | Jane Doe | | <p>At length.</p> | In short.
            2 | https://other.example/2 | | | Ann Poe | | Plain < text |
            3 | | | | The Desk | | |
            """, Print(feed));
    }

    [Fact]
    public void A_news_sitemap_gives_what_it_marks_as_news()
    {
        var feed = Read(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://example.org/1</loc><news:news><news:publication><news:name>The Example Times</news:name><news:language>en</news:language></news:publication>
                <news:publication_date>2023-10-19T08:30:00Z</news:publication_date><news:title>First</news:title></news:news></url>
              <url><loc>https://example.org/about</loc></url>
            </urlset>
            """);

        Assert.Equal("\n | https://example.org/1 | First | 2023-10-19T08:30:00+00:00 | | The Example Times | |", Print(feed));
    }

    [Fact]
    public void A_sitemap_without_news_says_so()
    {
        var feed = Read("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://example.org/about</loc></url></urlset>");

        Assert.Equal([$"{Where}: the sitemap names no news (news:news); watch the site's news sitemap instead."], feed.Warnings);
        Assert.Empty(feed.Entries);
    }

    [Fact]
    public void An_index_of_sitemaps_gives_the_latest_of_them()
    {
        var maps = string.Concat(Enumerable.Range(1, 25).Select(day => string.Create(CultureInfo.InvariantCulture, $"<sitemap><loc>/{day}.xml</loc><lastmod>2023-10-{day:00}</lastmod></sitemap>")));
        var feed = Read($"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{maps}</sitemapindex>");

        Assert.Equal(Enumerable.Range(6, 20).Reverse().Select(day => string.Create(CultureInfo.InvariantCulture, $"https://example.org/{day}.xml")), feed.Sitemaps.Select(map => map.AbsoluteUri));
        Assert.Equal([$"{Where}: the index names 25 sitemaps, of which the 20 latest were read; watch single ones to read others."], feed.Warnings);
    }

    [Fact]
    public void Entities_of_HTML_are_read_although_XML_knows_none()
    {
        var feed = Read("<rss><channel><title>Caf&eacute;&nbsp;&amp; &lt;b&gt;Times&lt;/b&gt;</title><item><link>/?a=1&amp;b=2</link></item></channel></rss>");

        Assert.Equal("Café & Times\n | https://example.org/?a=1&b=2 | | | | | |", Print(feed));
    }

    [Fact]
    public void An_entity_that_nobody_knows_is_told_with_its_place()
    {
        var feed = Read("<rss><channel><title>Caf&eacute; &unheard;</title></channel></rss>");

        Assert.Equal([$"{Where}(1,26): the XML is broken here, so nothing of it was read: Reference to undeclared entity 'eacute'."], feed.Warnings);
    }

    [Fact]
    public void Broken_XML_is_told_with_its_place()
    {
        var feed = Read("<rss><channel>\n  <title>A</title>\n  <item><title>B</item>\n</channel></rss>");

        Assert.True(feed.Failed);
        Assert.Equal([$"{Where}(3,19): the XML is broken here, so nothing of it was read: The 'title' start tag on line 3 position 10 does not match the end tag of 'item'."], feed.Warnings);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<rss><channel><title>&x;</title></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE rss SYSTEM \"http://127.0.0.1/rss.dtd\">\n<rss><channel/></rss>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<rss>&b;</rss>")]
    public void XML_with_entities_of_its_own_is_not_read(string text)
    {
        var feed = Read(text);

        Assert.True(feed.Failed);
        Assert.Matches(@"^https://example\.org/world/feed\(2,1\): the XML brings a document type of its own, which could name other files; it was not read\.$", Assert.Single(feed.Warnings));
    }

    [Fact]
    public void XML_that_nests_without_end_ends_at_its_limit()
    {
        var text = "<rss><channel>" + string.Concat(Enumerable.Repeat("\n<a>", 100_000));

        var feed = FeedReader.Read(text, Where, new Uri(Where), maxDepth: 10);

        Assert.Equal([$"{Where}(10,2): the elements nest more than 10 deep; if they are meant to, raise --limit depth=10."], feed.Warnings);
    }

    [Theory]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\",\n \"items\": [}", "(2,12): the JSON is broken here, so nothing of it was read: '}' is an invalid start of a value.")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"}", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    [InlineData("{\"error\": 404}", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    [InlineData("<!doctypehtml><html></html>", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    [InlineData("<html><body>Not found</body></html>", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    [InlineData("Not found", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    [InlineData("", ": this is no feed; RSS, Atom, JSON Feed and news sitemaps are read.")]
    public void What_is_no_feed_is_told(string text, string message)
    {
        var feed = Read(text);

        Assert.True(feed.Failed);
        Assert.StartsWith(Where + message, Assert.Single(feed.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_that_nests_without_end_ends_at_its_limit()
    {
        var text = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": " + new string('[', 10_000);

        var feed = FeedReader.Read(text, Where, new Uri(Where), maxDepth: 10);

        Assert.True(feed.Failed);
        Assert.StartsWith($"{Where}(1,", Assert.Single(feed.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_beyond_the_limit_are_left_out_and_counted()
    {
        var feed = Read("<rss><channel>" + string.Concat(Enumerable.Repeat("<item/>", 50_001)) + "</channel></rss>");

        Assert.Equal(50_000, feed.Entries.Count);
        Assert.Equal([$"{Where}: the feed has 50,001 entries, of which the first 50,000 were read; no option changes this."], feed.Warnings);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!-- a --><rss version=\"2.0\"><channel>", true)]
    [InlineData("\uFEFF\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", true)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\"", true)]
    [InlineData("<!DOCTYPE html><html>", false)]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\">", false)]
    [InlineData("{\"text\": \"rss\"}", false)]
    [InlineData("rss", false)]
    public void A_feed_is_known_by_its_beginning(string text, bool expected) =>
        Assert.Equal(expected, FeedReader.IsFeed(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Any_text_gives_a_feed_or_a_warning()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        string[] words = ["<rss>", "</rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<item>", "</item>", "<link href='%'/>", "<guid>::</guid>", "<link>http://[</link>", "&amp;", "&", "{", "\"", "\uD800", "<pubDate>99 Oct 99999 99:99</pubDate>", "\0", " "];
        for (var i = 0; i < 2000; i++)
        {
            var text = words[random.Next(words.Length)] + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));

            var error = Record.Exception(() => Assert.True(Read(text) is { Failed: false } or { Warnings.Count: > 0 }));

            Assert.True(error is null, $"seed {seed}, '{text}': {error}");
        }
    }

    private static Feed Read(string text) => FeedReader.Read(text, Where, new Uri(Where), maxDepth: 64);

    private static string Print(Feed feed)
    {
        var lines = new List<string> { feed.Title + (feed.TimeToLive > TimeSpan.Zero ? $", fresh for {feed.TimeToLive.TotalMinutes} minutes" : "") };
        lines.AddRange(feed.Entries.Select(entry => string.Join(" | ", entry.Id, entry.Url?.AbsoluteUri, entry.Title, entry.Published, string.Join(", ", entry.Authors), entry.Outlet, entry.Content?.Text.Trim(), entry.Summary?.Text)));
        return string.Join('\n', lines.Select(line => line.Replace("|  |", "| |", StringComparison.Ordinal).Replace("|  |", "| |", StringComparison.Ordinal).TrimEnd()));
    }
}
