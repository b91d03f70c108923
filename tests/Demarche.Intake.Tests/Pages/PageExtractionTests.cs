namespace Demarche.Intake.Tests.Pages;

/// <summary>Whole pages of many makes: what stands around a report goes, what belongs to it stays, in its order.</summary>
public sealed class PageExtractionTests
{
    private const string First = "Norway and Iceland signed a fisheries agreement in Oslo on Monday, the ministry said.";
    private const string Second = "The deal covers mackerel and herring, and it runs for three years from next January.";
    private const string Third = "\"This is a good day,\" the Norwegian minister said after the signing.";
    private const string Fourth = "Iceland's parliament is to vote on the agreement before the end of the month.";

    [Fact]
    public void Captions_and_credits_go_with_their_pictures()
    {
        var report = TestReader.ReadPage($"""
            <html><body><article><h1>Norway signs deal with Iceland</h1>
            <div class="lead-image"><img src="a.jpg" alt="x"><p class="wp-caption-text">The two ministers shake hands in Oslo on Monday.</p></div>
            <p>{First}</p>
            <div class="image-block"><img src="b.jpg"><div class="image-caption">Boats lie in the harbour of Bergen. Photograph: Kari Example/Harbour Press</div></div>
            <p>{Second}</p>
            <figure><img src="c.jpg"><figcaption>A net is mended on the quay.</figcaption></figure>
            <p>{Third}</p>
            <p><em>The ministers leave the hall in Oslo after the talks. (Photo by Ola Example/Harbour Press)</em></p>
            <p>{Fourth}</p></article></body></html>
            """);

        Assert.Equal(Text(First, Second, Third, Fourth), report.Text);
    }

    [Fact]
    public void Boxes_between_paragraphs_go_whatever_they_are_called()
    {
        var report = TestReader.ReadPage($"""
            <html><body><main><h1>Norway signs deal with Iceland</h1><div class="c-body">
            <p>{First}</p>
            <p><strong>Read more:</strong> <a href="/a">Whales are counted off the coast of Iceland</a></p>
            <p>{Second}</p>
            <div class="teaser-list"><h4>More on this story</h4><ul><li><a href="/a">Whales are counted off Iceland</a></li><li><a href="/b">Why herring is dear again</a></li></ul></div>
            <p>{Third}</p>
            <div class="inline-signup"><p>Sign up for our newsletter and get the week at sea in your inbox every Friday.</p><form><input name="mail"><button>Sign up</button></form></div>
            <div class="ad-label">Advertisement</div>
            <p><a href="/c">RELATED: Three things to know about mackerel</a></p>
            <p>{Fourth}</p>
            </div><div class="post-author"><img src="j.jpg"><p>Jane Doe is the northern correspondent of the Harbour Press. She has lived in Oslo since 2009.</p></div>
            <div class="tags"><a href="/t/norway">Norway</a> <a href="/t/fish">Fish</a></div>
            <div class="comments-area"><h3>2 Comments</h3><p>Ola: At last they have agreed on something that we can all live with in the north.</p></div>
            </main></body></html>
            """);

        Assert.Equal(Text(First, Second, Third, Fourth), report.Text);
    }

    [Fact]
    public void A_cookie_notice_in_front_and_an_author_box_behind_go_from_a_page_without_named_parts()
    {
        var report = TestReader.ReadPage($"""
            <html><body><div id="gdpr"><div><p>We and our partners store information on your device, such as cookies, and process personal data for ads and content.</p>
            <button>Accept all</button></div></div>
            <div><div><a href="/">Home</a> <a href="/w">World</a> <a href="/s">Sport</a></div>
            <div><h1>Norway signs deal with Iceland</h1><div>By Jane Doe</div><div>7 March 2022</div>
            <div><a href="#">Facebook</a><a href="#">Twitter</a><a href="#">WhatsApp</a></div>
            <p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></div>
            <div><h3>About the author</h3><p>Jane Doe writes about the sea and its people.</p></div>
            <div><p>© 2022 Harbour Press. All rights reserved. No part of this page may be copied without our leave.</p></div></div></body></html>
            """);

        Assert.Equal(Text(First, Second, Third, Fourth), report.Text);
        Assert.Equal("2022-03-07", report.Published);
        Assert.Equal(["Jane Doe"], report.Authors);
    }

    [Fact]
    public void Quotes_lists_and_subheadings_stay_in_their_order()
    {
        var report = TestReader.ReadPage($"""
            <html><body><article><header><h1>Norway signs deal with Iceland</h1><h1>Norway signs deal with Iceland</h1></header>
            <p>{First}</p><h2>What is in the deal</h2><p>{Second}</p>
            <ul><li>Mackerel: 40 percent for Norway</li><li>Herring: 30 percent for Iceland</li></ul>
            <blockquote><p>{Third}</p></blockquote>
            <h2>What comes next</h2><ol><li>A vote in the Althing</li><li>A second meeting, in June</li></ol><p>{Fourth}</p></article></body></html>
            """);

        Assert.Equal(
            Text(First, "What is in the deal", Second, "Mackerel: 40 percent for Norway", "Herring: 30 percent for Iceland", Third, "What comes next", "A vote in the Althing", "A second meeting, in June", Fourth),
            report.Text);
    }

    [Fact]
    public void A_pull_quote_that_repeats_a_sentence_is_told_once()
    {
        var report = TestReader.ReadPage($"<article><p>{First}</p><aside class='pullquote'><p>{Third}</p></aside><blockquote class='pull'>{Third}</blockquote><p>{Second}</p><p>{Third}</p></article>");

        Assert.Equal(Text(First, Third, Second), report.Text);
    }

    [Fact]
    public void A_table_gives_a_line_a_row()
    {
        var report = TestReader.ReadPage($"""
            <article><h1>Norway signs deal with Iceland</h1><p>{First}</p><p>{Second}</p>
            <table><caption>Shares of the catch</caption><thead><tr><th>Fish</th><th>Norway</th><th>Iceland</th></tr></thead>
            <tbody><tr><td>Mackerel</td><td>40 percent</td><td>16 percent</td></tr><tr><td>Herring</td><td>67 percent</td><td>15 percent</td></tr></tbody></table>
            <p>{Third}</p></article>
            """);

        Assert.Equal(
            Text(First, Second, "Shares of the catch", "Fish | Norway | Iceland", "Mackerel | 40 percent | 16 percent", "Herring | 67 percent | 15 percent", Third), report.Text);
    }

    [Fact]
    public void A_page_laid_out_by_tables_is_read_by_its_paragraphs()
    {
        var report = TestReader.ReadPage($"""
            <body><table><tr><td><a href="/">Home</a></td><td><a href="/w">World</a></td></tr></table>
            <table><tr><td width="20%"><a href="/a">Whales</a><br><a href="/b">Herring</a></td><td><h1>Norway signs deal with Iceland</h1>{First}<br><br>{Second}<p>{Third}</p></td></tr></table></body>
            """);

        Assert.Equal(Text(First, Second, Third), report.Text);
    }

    [Fact]
    public void The_entries_of_a_live_page_stay_in_order_without_their_clocks_and_buttons()
    {
        var report = TestReader.ReadPage($"""
            <html><body><main><h1>Fish talks live: Norway and Iceland sign</h1>
            <div class="live-blog">
            <section class="post" id="p3"><time datetime="2022-03-07T15:20:00Z">15:20 GMT</time><h2>Iceland's parliament to vote</h2><p>{Fourth}</p><div class="share-tools"><a href="#">Share</a></div></section>
            <section class="post" id="p2"><time datetime="2022-03-07T14:05:00Z">2:05 PM</time><h2>Minister: a good day</h2><p>{Third}</p><div class="share-tools"><a href="#">Share</a></div></section>
            <section class="post" id="p1"><span class="clock">13:00</span><h2>The signing begins</h2><p>{First}</p><p>{Second}</p><div class="share-tools"><a href="#">Share</a></div></section>
            </div><button>Load more posts</button></main></body></html>
            """);

        Assert.Equal(Text("Iceland's parliament to vote", Fourth, "Minister: a good day", Third, "The signing begins", First, Second), report.Text);
    }

    [Fact]
    public void A_live_page_whose_entries_are_articles_is_read_whole()
    {
        static string Entry(string clock, string text) => $"<article class='entry'><header><span>{clock}</span></header><p>{text}</p></article>";

        var report = TestReader.ReadPage($"<main><h1>Fish talks live: Norway and Iceland sign</h1>{Entry("15:20", Fourth)}{Entry("14:05", Third)}{Entry("13:10", Second)}{Entry("13:00", First)}</main>");

        Assert.Equal(Text(Fourth, Third, Second, First), report.Text);
    }

    [Fact]
    public void The_title_and_summary_repeated_above_the_text_go()
    {
        var report = TestReader.ReadPage($"""
            <html><head><meta property="og:title" content="Norway signs deal with Iceland"></head><body><div class="page"><div class="crumbs"><a href="/">Home</a> › <a href="/w">World</a></div>
            <div class="content-area"><h2>Norway signs deal with Iceland</h2><p>Published Mar 7, 2022 at 9:30 am</p><p>By Jane Doe, Staff Writer</p><h3>Norway signs deal with Iceland</h3>
            <p>{First}</p><p>{Second}</p><p>{Third}</p></div></div></body></html>
            """);

        Assert.Equal(Text(First, Second, Third), report.Text);
        Assert.Equal(("2022-03-07", "Norway signs deal with Iceland"), (report.Published, report.Title));
    }

    [Fact]
    public void A_list_of_reports_is_said_to_be_one()
    {
        var teasers = string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"<div class='card'><h2><a href='/{i}'>Norway and Iceland meet for the {i}th time in Oslo</a></h2><p>The ministers of the two countries met again on Monday to talk about mackerel, officials of both said.</p></div>"));

        var report = TestReader.ReadPage($"<html><head><title>World | The Example Times</title></head><body><nav><a href='/'>Home</a></nav><main><h1>World</h1>{teasers}<a href='/2'>Older reports</a></main></body></html>");

        Assert.Equal(["The page is a list of other reports, of which it shows the first lines; give the pages of the reports instead."], report.Warnings);
    }

    [Fact]
    public void A_page_that_calls_itself_a_collection_is_said_to_be_a_list()
    {
        var report = TestReader.ReadPage($"<script type='application/ld+json'>{{\"@type\":\"CollectionPage\",\"name\":\"World\"}}</script><div><p>{First}</p><p>{Second}</p></div>");

        Assert.Equal(["The page is a list of other reports, of which it shows the first lines; give the pages of the reports instead."], report.Warnings);
    }

    [Theory]
    [InlineData("<div class='gate'><h3>This article is for subscribers only</h3><p>Subscribe from two crowns a week.</p></div>")]
    [InlineData("<div class='subscription-required'><p>Join us to go on.</p></div>")]
    [InlineData("<section><p>To continue reading, log in or take out a subscription.</p></section>")]
    public void A_gate_below_the_first_lines_makes_the_page_a_stub(string gate)
    {
        var report = TestReader.ReadPage($"<article><h1>Norway signs deal with Iceland</h1><p>{First}</p><p>{Second}</p>{gate}</article>");

        Assert.Equal(["The page gives all of its text to subscribers only; what was read is probably its beginning."], report.Warnings);
        Assert.Equal(Text(First, Second), report.Text);
    }

    [Fact]
    public void A_place_for_subscribers_to_log_in_above_a_short_report_makes_no_stub()
    {
        var report = TestReader.ReadPage($"<header><div class='paywall-login'><a href='/login'>Log in</a> <a href='/sub'>Subscribe</a></div></header><article><h1>Norway signs deal with Iceland</h1><p>{First}</p><p>{Second}</p></article>");

        Assert.Empty(report.Warnings);
    }

    private static string Text(params string[] paragraphs) => string.Join("\n\n", paragraphs);
}
