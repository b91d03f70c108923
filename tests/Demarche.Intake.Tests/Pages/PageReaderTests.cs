using System.Globalization;
using System.Text;
using Demarche.Intake.Pages;

namespace Demarche.Intake.Tests.Pages;

public sealed class PageReaderTests
{
    private const string First = "Norway and Iceland signed a fisheries agreement in Oslo on Monday, the ministry said.";
    private const string Second = "The deal covers mackerel and herring, and it runs for three years from next January.";
    private const string Third = "\"This is a good day,\" the Norwegian minister said after the signing.";
    private const string Body = $"{First}\n\n{Second}\n\n{Third}";
    private const string Paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    [Fact]
    public void The_text_is_taken_without_all_that_stands_around_it()
    {
        var report = TestReader.ReadPage($"""
            <!DOCTYPE html><html lang="en-GB"><head><title>Norway signs deal with Iceland | The Example Times</title>
            <meta property="og:site_name" content="The Example Times"><style>p {"{"} color: red {"}"}</style></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
            <div class="cookie-banner"><p>We use cookies to make this site better for all of our readers, as most sites do.</p></div>
            <main><article class="story">
              <h1>Norway signs deal with Iceland</h1>
              <p class="byline">By <a rel="author" href="/jane">Jane Doe</a></p>
              <p><time datetime="2022-03-07T09:30:00+01:00">7 March 2022</time></p>
              <figure><img src="a.jpg"><figcaption>The harbour of Oslo on a cold morning in March.</figcaption></figure>
              <div class="article-body"><p>{First}</p>
                <aside><h3>Read next</h3><p>Whales were counted off Iceland by a team from three countries this summer.</p></aside>
                <p>{Second}</p>
                <div class="newsletter-signup"><p>Get the best of our reporting in your inbox every morning, for free.</p></div>
                <p>{Third}</p></div>
              <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
              <div class="author-bio"><p>Jane Doe has written about the sea for the Example Times for more than ten years.</p></div>
            </article></main>
            <section id="comments"><p>I have waited for this agreement for years, and now it is there at last. Well done.</p></section>
            <div class="related-articles"><h2>Related</h2><ul><li><a href="/a">Whales counted off Iceland</a></li></ul></div>
            <footer><p>Copyright 2022 The Example Times. All rights reserved by the publisher of this site.</p></footer>
            <script>var text = "<p>This is a script and no text of the page at all, whatever it says.</p>";</script>
            </body></html>
            """);

        Assert.Equal(Body, report.Text);
        Assert.Equal("Norway signs deal with Iceland", report.Title);
        Assert.Equal(["Jane Doe"], report.Authors);
        Assert.Equal("The Example Times", report.Outlet);
        Assert.Equal(("2022-03-07T09:30:00+01:00", DateBasis.Given), (report.Published, report.PublishedBasis));
        Assert.Equal("en", report.Language);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Linked_data_gives_title_authors_outlet_and_date()
    {
        var report = TestReader.ReadPage($$"""
            <html><head><title>x</title><script type="application/ld+json">
            {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"n"},{"@type":"NewsArticle","headline":"Norway signs deal with Iceland",
             "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}],"publisher":{"name":"The Example Times"},
             "datePublished":"2022-03-07T09:30:00Z",}]}
            </script></head><body><div>{{Paragraphs}}</div></body></html>
            """);

        Assert.Equal(("Norway signs deal with Iceland", "The Example Times", "2022-03-07T09:30:00+00:00"), (report.Title, report.Outlet, report.Published));
        Assert.Equal(["Jane Doe", "John Roe"], report.Authors);
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void Broken_linked_data_is_passed_over()
    {
        var report = TestReader.ReadPage($"<title>Norway signs deal with Iceland</title><script type=\"application/ld+json\">{{\"@type\": NewsArticle</script>{Paragraphs}");

        Assert.Equal("Norway signs deal with Iceland", report.Title);
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void Text_that_linked_data_does_not_have_is_cut_at_both_ends()
    {
        const string promo = "Stay at sea with us.";
        var report = TestReader.ReadPage($$"""
            <script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{First}} {{Second}} {{Third.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}</script>
            <div><p>{{promo}}</p>{{Paragraphs}}<p>{{promo}}</p></div>
            """);

        Assert.Equal(Body, report.Text);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2022-03-07T09:30:00+01:00'>", "2022-03-07T09:30:00+01:00")]
    [InlineData("<meta name='pubdate' content='20220307'>", "2022-03-07")]
    [InlineData("<meta name='DC.date.issued' content='2022-03-07'>", "2022-03-07")]
    [InlineData("<meta itemprop='datePublished' content='March 7, 2022'>", "2022-03-07")]
    [InlineData("<link rel='canonical' href='https://example.org/2022/03/07/deal'>", "2022-03-07")]
    public void Metadata_of_many_kinds_gives_the_date(string head, string published)
    {
        var report = TestReader.ReadPage($"<html><head>{head}</head><body>{Paragraphs}</body></html>");

        Assert.Equal(published, report.Published);
    }

    [Fact]
    public void A_date_above_the_text_is_stated()
    {
        var report = TestReader.ReadPage($"<body><h1>Norway signs deal with Iceland</h1><p>Published: 7 March 2022, 09:30</p>{Paragraphs}</body>");

        Assert.Equal(("2022-03-07", DateBasis.Stated), (report.Published, report.PublishedBasis));
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void The_outlet_is_known_by_its_domain()
    {
        var report = TestReader.ReadPage(Paragraphs, "https://www.example-times.org/a");

        Assert.Equal("The Example Times", report.Outlet);
    }

    [Fact]
    public void A_publisher_that_is_an_agency_is_the_agency_and_the_site_the_outlet()
    {
        var report = TestReader.ReadPage($"<meta property='og:site_name' content='Harbour Post | News'><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"publisher\":{{\"name\":\"Associated Press\"}}}}</script>{Paragraphs}");

        Assert.Equal(("Harbour Post", "AP"), (report.Outlet, report.Agency));
    }

    [Fact]
    public void A_date_shown_beside_the_text_is_stated()
    {
        var report = TestReader.ReadPage($"<div><div class='story-date'>November 20, 2019, 6:29 PM</div></div><article>{Paragraphs}</article>");

        Assert.Equal(("2019-11-20", DateBasis.Stated), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void A_short_page_behind_a_paywall_is_said_so()
    {
        var report = TestReader.ReadPage($"<article>{Paragraphs}</article><div class='paywall'><a href='/subscribe'>Subscribe</a></div>");

        Assert.Equal(Body, report.Text);
        Assert.Equal(["The page gives all of its text to subscribers only; what was read is probably its beginning."], report.Warnings);
    }

    [Fact]
    public void The_sites_name_before_or_after_the_title_is_no_part_of_it()
    {
        Assert.Equal("Norway signs deal with Iceland", TestReader.ReadPage($"<title>The Harbour Courier: Norway signs deal with Iceland</title>{Paragraphs}").Title);
        Assert.Equal("The Harbour Courier", TestReader.ReadPage($"<title>The Harbour Courier: Norway signs deal with Iceland</title>{Paragraphs}").Outlet);
        Assert.Equal("Norway signs deal with Iceland", TestReader.ReadPage($"<title>Norway signs deal with Iceland | Harbour</title>{Paragraphs}").Title);
        Assert.Equal("Norway: we sign with Iceland", TestReader.ReadPage($"<title>Norway: we sign with Iceland</title>{Paragraphs}").Title);
    }

    [Fact]
    public void Hidden_text_is_not_read()
    {
        var report = TestReader.ReadPage($"{Paragraphs}<p hidden>This sentence is hidden from every reader of the page.</p><div style='display: none'><p>This sentence is hidden from every reader as well.</p></div>");

        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void A_page_wrapped_in_a_form_or_in_a_dropped_name_is_still_read()
    {
        Assert.Equal(Body, TestReader.ReadPage($"<form><div class='with-sidebar'>{Paragraphs}</div></form>").Text);
    }

    [Fact]
    public void Line_breaks_make_paragraphs_after_sentences_and_lists_keep_their_items()
    {
        var report = TestReader.ReadPage($"<div>{First}<br>{Second}<br><br>{Third}<ul><li>Mackerel: 40 percent for Norway.</li><li>Herring: 30 percent for Iceland.</li></ul></div>");

        Assert.Equal($"{Body}\n\nMackerel: 40 percent for Norway.\n\nHerring: 30 percent for Iceland.", report.Text);
    }

    [Fact]
    public void A_dateline_and_a_sign_off_go_as_in_plain_text()
    {
        var report = TestReader.ReadPage($"<p>OSLO, March 7 (AFP) - {First}</p><p>{Second}</p><p>{Third} AFP</p>");

        Assert.Equal(Body, report.Text);
        Assert.Equal(("AFP", "Oslo"), (report.Agency, report.Dateline!.Place));
    }

    [Theory]
    [InlineData("<html><head><title>Nothing here</title></head></html>")]
    [InlineData("<html><body><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul></body></html>")]
    [InlineData("<div></div>")]
    public void A_page_without_running_text_is_said_so(string html)
    {
        var report = TestReader.ReadPage(html);

        Assert.Equal("", report.Text);
        Assert.Equal(["No main text was found in the page: it may be an index page, a paywall stub or a page that scripts fill in."], report.Warnings);
    }

    [Fact]
    public void A_page_in_another_language_is_read_and_named()
    {
        var report = TestReader.ReadPage("<html lang='ja'><body><p>両国の外相は月曜日に東京で会談し、協議を続けることで一致した。次の会談は六月に開かれる予定だ。</p><p>会談のあと、両外相は共同で記者会見を開き、漁業協定の内容について説明した。協定は三年間有効である。</p></body></html>");

        Assert.Equal("ja", report.Language);
        Assert.Equal(["The report is in Japanese, not in English; no events are coded from it."], report.Warnings);
        Assert.StartsWith("両国の外相は", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("div", 10_000)]
    [InlineData("b", 100_000)]
    [InlineData("section", 2_000)]
    public void Tags_nested_without_end_cost_no_text_and_no_stack(string tag, int depth)
    {
        var html = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<{tag}>");
        }

        var report = TestReader.ReadPage($"{html}{Paragraphs}");

        Assert.Contains(First, report.Text, StringComparison.Ordinal);
        Assert.Equal(["test.html: the page nests tags more than 512 deep; deeper tags were ignored and their text kept; --limit nesting=512 sets it."], report.Warnings);
    }

    [Fact]
    public void A_page_with_too_many_tags_is_cut_after_them_and_named()
    {
        var html = new StringBuilder($"<article>{Paragraphs}</article><div>");
        for (var i = 0; i < new IntakeLimits().Tags; i++)
        {
            html.Append("<i></i>");
        }

        var report = TestReader.ReadPage($"{html}</div><article>{Paragraphs}</article>");

        Assert.Equal(Body, report.Text);
        Assert.Equal(["test.html: the page has more than 100,000 tags; what follows them was not read. Save the report alone, without what stands around it, or raise --limit tags=100000."], report.Warnings);
    }

    [Fact]
    public void Scripts_styles_and_comments_are_cut_before_parsing()
    {
        var filtered = MarkupFilter.Filter("<p a='>'>One<!-- <p>no</p> --><script>if (a < b) { '</p>' }</script><STYLE>x</STYLE> < two</p><svg><text>no</text></svg>", new IntakeLimits());

        Assert.Equal("<p a='>'>One < two</p>", filtered.Markup);
    }
}
