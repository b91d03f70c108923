using Demarche.Intake.Feeds;
using Demarche.Testing;

namespace Demarche.Intake.Tests.Feeds;

public sealed class FeedListTests
{
    [Fact]
    public void OPML_gives_its_feeds_in_all_folders_once_each()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("feeds.opml", """
            <?xml version="1.0"?>
            <opml version="2.0"><head><title>News</title></head><body>
              <outline text="World"><outline text="A" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/><outline text="Deep"><outline xmlUrl=" https://b.example/feed "/></outline></outline>
              <outline text="A again" xmlUrl="https://a.example/feed"/>
              <outline text="A link" type="link" url="https://c.example/"/>
            </body></opml>
            """);

        Assert.Equal(["https://a.example/feed", "https://b.example/feed"], FeedList.Read(file));
    }

    [Fact]
    public void A_text_gives_a_feed_a_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("feeds.txt", "\uFEFF# world news\r\nhttps://a.example/feed\r\n\r\n  http://b.example/feed\r\n");

        Assert.Equal(["https://a.example/feed", "http://b.example/feed"], FeedList.Read(file));
    }

    [Fact]
    public void A_URL_is_itself_the_feed() => Assert.Equal(["https://a.example/feed"], FeedList.Read("https://a.example/feed"));

    [Theory]
    [InlineData("https://a.example/feed\nfile:///etc/passwd", "(2): 'file:///etc/passwd' is no http or https URL; give the address of a feed.")]
    [InlineData("<opml><body><outline xmlUrl=\"feed.xml\"/></body></opml>", ": 'feed.xml' is no http or https URL; give the address of a feed.")]
    [InlineData("<opml><body>\n<outline></body></opml>", "(2,12): the XML is broken here, so nothing of it was read: The 'outline' start tag on line 2 position 2 does not match the end tag of 'body'.")]
    [InlineData("<opml><body/></opml>", ": it lists no feed; give OPML with xmlUrl attributes, or a URL a line.")]
    [InlineData("# nothing\n", ": it lists no feed; give OPML with xmlUrl attributes, or a URL a line.")]
    public void A_list_that_makes_no_sense_is_told_with_its_place(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("feeds", text);

        Assert.Equal(file + message, Assert.Throws<FormatException>(() => FeedList.Read(file)).Message);
    }
}
