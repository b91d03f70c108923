namespace Demarche.Intake.Tests.Pages;

/// <summary>Where title, authors, outlet and dates are taken from, and which place counts where several speak (docs/intake.md).</summary>
public sealed class PageMetadataTests
{
    private const string Paragraphs = "<p>Norway and Iceland signed a fisheries agreement in Oslo on Monday, the ministry said.</p><p>The deal covers mackerel and herring, and it runs for three years from next January.</p>";

    private const string JsonLd = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2022-03-07T09:30:00Z\"}</script>";
    private const string OpenGraph = "<meta property='article:published_time' content='2022-03-07T09:31:00Z'>";
    private const string Meta = "<meta name='pubdate' content='2022-03-07T09:32:00Z'>";
    private const string Microdata = "<span itemprop='datePublished' content='2022-03-07T09:33:00Z'></span>";
    private const string Time = "<time datetime='2022-03-07T09:34:00Z'>March 7</time>";
    private const string Line = "<p>Published: March 7, 2022, 09:35 GMT</p>";
    private const string Address = "<link rel='canonical' href='https://example.org/2022/03/07/deal'>";

    [Theory]
    [InlineData(JsonLd + OpenGraph + Meta + Microdata + Time + Line + Address, 30, DateSource.LinkedData)]
    [InlineData(Address + Line + Time + Microdata + Meta + OpenGraph, 31, DateSource.OpenGraph)]
    [InlineData(Address + Line + Time + Microdata + Meta, 32, DateSource.Meta)]
    [InlineData(Address + Line + Time + Microdata, 33, DateSource.Microdata)]
    [InlineData(Address + Line + Time, 34, DateSource.TimeElement)]
    [InlineData(Address + Line, 35, DateSource.Text)]
    public void Of_several_dates_the_first_in_the_stated_order_counts(string dates, int minute, DateSource source)
    {
        var report = TestReader.ReadPage($"<body>{dates}{Paragraphs}</body>");

        Assert.Equal(($"2022-03-07T09:{minute}:00+00:00", source), (report.Published, report.PublishedFrom));
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void The_address_dates_a_page_that_says_nothing_else()
    {
        var report = TestReader.ReadPage($"<head>{Address}</head><body>{Paragraphs}</body>");

        Assert.Equal(("2022-03-07", DateBasis.Inferred, DateSource.Address), (report.Published, report.PublishedBasis, report.PublishedFrom));
    }

    [Fact]
    public void A_day_takes_its_time_from_the_next_place_that_gives_the_same_day()
    {
        var report = TestReader.ReadPage($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"2022-03-07\"}}</script><body>{Time}{Paragraphs}</body>");

        Assert.Equal(("2022-03-07T09:34:00+00:00", DateSource.LinkedData), (report.Published, report.PublishedFrom));
    }

    [Fact]
    public void Two_dates_far_apart_are_warned_of()
    {
        var report = TestReader.ReadPage($"<meta property='article:published_time' content='2022-04-01'>{JsonLd}<body>{Paragraphs}</body>");

        Assert.Equal("2022-03-07T09:30:00+00:00", report.Published);
        Assert.Equal(
            ["The page gives two dates of publication: 2022-03-07T09:30:00+00:00 (json-ld) and 2022-04-01 (opengraph); the first was taken. Give the right one as 'published' if it is not."],
            report.Warnings);
    }

    [Fact]
    public void The_last_change_is_no_publication()
    {
        var report = TestReader.ReadPage($"""
            <meta property="article:modified_time" content="2022-03-09T12:00:00+01:00">
            <body><time class="updated" datetime="2022-03-09T12:00:00+01:00">Updated 9 March</time><time class="published" datetime="2022-03-07T09:30:00+01:00">7 March</time>{Paragraphs}</body>
            """);

        Assert.Equal(("2022-03-07T09:30:00+01:00", "2022-03-09T12:00:00+01:00"), (report.Published, report.Modified));
    }

    [Fact]
    public void A_date_of_the_year_one_is_none()
    {
        var report = TestReader.ReadPage($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"datePublished\":\"0001-01-01T00:00:00Z\"}}</script><h1>Norway signs deal with Iceland</h1><div class='publish-date'>Published 10:02 AM EST Mar 7, 2022</div>{Paragraphs}");

        Assert.Equal(("2022-03-07T10:02:00-05:00", DateBasis.Stated), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void Todays_date_in_the_sites_head_and_dates_of_other_reports_are_not_the_reports()
    {
        var report = TestReader.ReadPage($"""
            <html><head><title>Norway signs deal with Iceland | The Harbour Post</title></head><body>
            <div class="topbar"><span class="date">March 30, 2022</span><a href="/">Home</a></div>
            <div class="wrap"><h1>Norway signs deal with Iceland</h1>{Paragraphs}
            <p>The ministers had met twice before, in Bergen and in Reykjavik, without an agreement on who may catch how much of the mackerel that has moved north with the warmer water since the turn of the century.</p></div>
            <div class="latest"><h3>Whales counted off Iceland</h3><span class="date">March 29, 2022</span></div></body></html>
            """);

        Assert.Null(report.Published);
        Assert.Equal(("Norway signs deal with Iceland", "The Harbour Post"), (report.Title, report.Outlet));
    }

    [Theory]
    [InlineData("Opinion | Norway signs deal with Iceland", "Norway signs deal with Iceland")]
    [InlineData("Norway signs deal with Iceland | The Harbour Post", "Norway signs deal with Iceland")]
    [InlineData("Fish talks: Norway signs deal after long night", "Norway and Iceland sign fish deal after a long night of talks")]
    public void The_heading_that_readers_see_is_the_title_where_the_metadata_nearly_agrees(string stated, string heading)
    {
        var report = TestReader.ReadPage($"<html><head><meta property='og:title' content='{stated}'></head><body><h1>The Harbour Post</h1><h1>{heading}</h1>{Paragraphs}</body></html>");

        Assert.Equal(heading, report.Title);
    }

    [Theory]
    [InlineData("<span class='author'> Jane Doe and John Roe </span>", "Jane Doe;John Roe")]
    [InlineData("<h3 class='byline'>by Jane Doe<br><span>Monday, March 7, 2022</span></h3>", "Jane Doe")]
    [InlineData("<div class='story-byline'>By JANE DOE, JOHN ROE and ANA POE</div>", "Jane Doe;John Roe;Ana Poe")]
    [InlineData("<p><a rel='author'>Jane Doe</a>, <a rel='author'>John Roe</a></p><div class='related'><a rel='author'>Ana Poe</a></div>", "Jane Doe;John Roe")]
    [InlineData("<span class='author'>News Harbour Bureau</span>", "")]
    [InlineData("<span class='author'>admin</span>", "")]
    public void Authors_are_people_named_beside_the_title(string byline, string authors)
    {
        var report = TestReader.ReadPage($"<body><h1>Norway signs deal with Iceland</h1>{byline}{Paragraphs}</body>");

        Assert.Equal(authors, string.Join(';', report.Authors));
    }

    [Fact]
    public void Linked_data_that_refers_to_its_author_by_id_is_followed()
    {
        var report = TestReader.ReadPage($$$"""
            <script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Norway signs deal","author":{"@id":"#jane"}},{"@type":"Person","@id":"#jane","name":"Jane Doe"}]}</script>{{{Paragraphs}}}
            """);

        Assert.Equal(["Jane Doe"], report.Authors);
    }

    [Fact]
    public void One_word_is_a_name_where_linked_data_calls_it_a_persons()
    {
        static string Page(string type, string name) => $"<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":{{\"@type\":\"{type}\",\"name\":\"{name}\"}}}}</script>{Paragraphs}";

        Assert.Equal(["Sukarno"], TestReader.ReadPage(Page("Person", "Sukarno")).Authors);
        Assert.Empty(TestReader.ReadPage(Page("Person", "jdadmin")).Authors);
        Assert.Empty(TestReader.ReadPage(Page("Organization", "Harbour")).Authors);
    }

    [Fact]
    public void An_agency_in_the_byline_is_the_agency_though_linked_data_names_a_desk()
    {
        var report = TestReader.ReadPage($"<script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":{{\"@type\":\"Organization\",\"name\":\"Harbour News Service\"}}}}</script><a class='article-author__name'>PTI,</a>{Paragraphs}");

        Assert.Equal("PTI", report.Agency);
        Assert.Empty(report.Authors);
    }
}
