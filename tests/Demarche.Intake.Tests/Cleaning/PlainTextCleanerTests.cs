using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Tests.Cleaning;

public sealed class PlainTextCleanerTests
{
    private const string Body =
        "Norway and Iceland signed a fisheries agreement in Oslo on Monday.\n\n" +
        "The deal covers mackerel and herring, and it runs for three years.\n\n" +
        "\"This is a good day,\" the Norwegian minister said.";

    [Fact]
    public void Clean_text_comes_through_unchanged() => Assert.Equal(Body, TestReader.ReadText(Body).Text);

    [Fact]
    public void A_headline_given_alone_is_kept_as_text()
    {
        var report = TestReader.ReadText("Norway signs deal with Iceland");

        Assert.Equal("Norway signs deal with Iceland", report.Text);
        Assert.Null(report.Title);
    }

    [Fact]
    public void The_first_line_is_the_title_where_it_is_no_sentence()
    {
        var report = TestReader.ReadText("Norway signs deal with Iceland\n\n" + Body);

        Assert.Equal("Norway signs deal with Iceland", report.Title);
        Assert.Equal(Body, report.Text);
    }

    [Theory]
    [InlineData("Politics\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("Contact Us\n\nSubscribe\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("Home » World » Europe\nNorway signs deal with Iceland\nShare on Facebook\n")]
    [InlineData("ID :\n558102\nMon, 03/07/2022 - 18:20\nAuther :\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("Norway signs deal with Iceland\nBy Jane Doe and John Roe\n3 min read\n14 comments\n")]
    [InlineData("The Harbour Observer\nNotes on the North\nMENU\nPublished by admin\nMarch 12, 2019\nNorway signs deal with Iceland\n")]
    [InlineData("STRAIT LINES\nthe far north and its neighbours\n\nNorway signs deal with Iceland\nby kuril_cat · in Fish · 2 Comments\n\n")]
    [InlineData("BC-NORWAY-ICELAND-FISH-3RDLEAD\nURGENT\nEds: Adds minister\n\nUPDATE 3-Norway signs deal with Iceland\n\nBy Jane Doe\n\n")]
    [InlineData("HNA0411 4 i 0412 HNA-NORWAY-FISH\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("Notes on Fish from a Table\n\nHome    About    Archive    Contact\n\nNorway signs deal with Iceland\n\nPosted on March 7, 2022 by Margit\n\n")]
    [InlineData("MINISTRY OF FISHERIES OF NORWAY\nPress Releases\n\nNorway signs deal with Iceland\n\nMarch 7, 2022\n[Unofficial paraphrase]\n\n")]
    [InlineData("From: Example Desk\nDate: Mon, 7 Mar 2022 08:30:00 +0100\nSubject: Norway signs deal with Iceland\n\n")]
    [InlineData("The Harbour Argus\nMarch 7, 2022\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("HNA0188 3 i 0188 HNA-NORWAY-FISH\n(3rd LD) fish talks end\n\nNorway signs deal with Iceland\n\n")]
    [InlineData("World|Fish\nNorway signs deal with Iceland\nMinisters meet in Oslo\n")]
    [InlineData("Norway signs deal with Iceland\nKYODO, STAFF REPORT\nSHARE\nMar 7, 2022\n")]
    [InlineData("(2nd LD) Norway signs deal with Iceland\n")]
    public void Lines_above_the_body_go_and_the_title_is_found_among_them(string head)
    {
        var report = TestReader.ReadText(head + Body);

        Assert.Equal("Norway signs deal with Iceland", report.Title);
        Assert.Equal(Body, report.Text);
    }

    [Theory]
    [InlineData("\n\nLeave a Reply\n\nEnter your name below or sign in with an account:\n\nSubmit comment")]
    [InlineData("\n\nDon’t miss a story!\n\nSubscribe to our newsletter.")]
    [InlineData("\n\nRelated Articles\n\nWhales counted off Iceland\n\nBack to top button")]
    [InlineData("\n\n5 thoughts on “Norway signs deal with Iceland”\n\nOla says:\n\nI have waited for this for years, well done.\n\nLeave a Comment")]
    [InlineData("\n\nShare this:\nTwitter\nFacebook\nLike Loading...")]
    [InlineData("\n\n© 2022 Example Media. All rights reserved.")]
    [InlineData("\n\n(Reporting by Jane Doe; Editing by John Roe)")]
    [InlineData("\n\nReporting by Jane Doe; editing by John Roe")]
    [InlineData("\n\nReuters writer John Roe contributed to this report.")]
    [InlineData("\n\nFollow us on Twitter @example")]
    [InlineData("\n\nEND\n\nX")]
    [InlineData("\n\nHNA/ts/kr 072314 GMT MAR 22")]
    [InlineData("\n\nFiled under: Fish   Tagged: herring, kono\n← Older: The last lighthouse\nNewer: How to eat a herring →\nPowered by WordPress. Theme: Plain.")]
    [InlineData("\n\nPrevious post: Whales | Next post: (none)\n(c) The Dry Dock. Some rights reserved.")]
    [InlineData("\n\nBookmark | Print | Increase font size")]
    [InlineData("\n\njd/rt (AP, AFP, dpa)")]
    [InlineData("\n\n###")]
    [InlineData("\n\n-30-")]
    [InlineData("\n\nola/kbh")]
    [InlineData("\n\nTags: Norway, Iceland, fish")]
    [InlineData("\n\njane.doe@example.org")]
    [InlineData("\n\nREQUEST REPRINT OR SUBMIT CORRECTION")]
    public void What_is_printed_below_the_body_goes(string tail) => Assert.Equal(Body, TestReader.ReadText(Body + tail).Text);

    [Theory]
    [InlineData("\n\nRelated: Whales counted off Iceland\n\n")]
    [InlineData("\n\nAdvertisement\n\n")]
    [InlineData("\n\nRead More\n\nWhales counted off Iceland\n\n")]
    [InlineData("\n\nThe two ministers sign the papers in Oslo. (Ministry of Fisheries/Newsflash)\n\n")]
    [InlineData("\n\nThe ministers at the harbour (Photo: Jane Doe)\n\n")]
    [InlineData("\n\nFisheries minister Ola Example (left) shakes hands with his guest in Oslo on Monday. (AFP)\n\n")]
    [InlineData("\n\nSign up for our daily newsletter and never miss a story.\n\n")]
    [InlineData("\n\nFILE PHOTO: The harbour of Oslo\n\n")]
    public void What_is_printed_between_paragraphs_goes(string debris)
    {
        var (first, rest) = (Body[..Body.IndexOf('\n', StringComparison.Ordinal)], Body[Body.IndexOf('\n', StringComparison.Ordinal)..].Trim());

        Assert.Equal(Body, TestReader.ReadText(first + debris + rest).Text);
    }

    [Theory]
    [InlineData(".0a4be91c77d2e5f3", "Ola Example")]
    [InlineData(".csm_2041_1f00ab77c2", "Oslo harbour")]
    [InlineData(".IMG_20220307.jpg", "At the signing")]
    public void A_pictures_name_glued_to_a_sentence_goes_with_the_caption_after_it(string id, string caption)
    {
        var text = "Norway signs deal with Iceland\n\n" + Body.Replace("years.", "years" + id + "\n" + caption, StringComparison.Ordinal);

        Assert.Equal(Body, TestReader.ReadText(text).Text);
    }

    [Fact]
    public void A_caption_told_twice_goes_both_times_and_a_repeated_paragraph_once()
    {
        const string caption = "Trawlers leaving the harbour of Oslo in the morning. (Coast Guard/Newsflash)";
        const string more = "Both parliaments must still approve the agreement before summer.";
        var text = $"{Body}\n\n{caption}\n\n{more}\n\n{caption}\n\n{more}\n\nThe vote is expected in June, officials said.";

        Assert.Equal($"{Body}\n\n{more}\n\nThe vote is expected in June, officials said.", TestReader.ReadText(text).Text);
    }

    [Fact]
    public void A_summary_between_title_and_date_goes()
    {
        const string head = "Norway signs deal with Iceland\n\nThe agreement ends a quarrel that lasted for ten years.\n\nAFP WORLD\nPublished March 7,2022\nSubscribe\n\n";

        var report = TestReader.ReadText(head + Body);

        Assert.Equal(Body, report.Text);
        Assert.Equal("AFP", report.Agency);
        Assert.Equal(("2022-03-07", DateBasis.Stated), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void A_wires_time_stamp_below_the_text_dates_it()
    {
        var report = TestReader.ReadText(Body + "\n\nHNA/ts/kr 072314 GMT MAR 22");

        Assert.Equal(("2022-03-07T23:14:00+00:00", DateBasis.Stated), (report.Published, report.PublishedBasis));
    }

    [Fact]
    public void A_question_above_the_date_is_the_title()
    {
        var report = TestReader.ReadText($"THE DRY DOCK - notes on the sea\n\nWho will land the herring now?\nPosted by Ines, March 7, 2022\n\n{Body}");

        Assert.Equal("Who will land the herring now?", report.Title);
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void A_newsletter_line_after_the_first_paragraph_costs_no_paragraph()
    {
        var text = "Norway signs deal with Iceland\n\n" + Body.Replace("Monday.\n\n", "Monday.\n\nSubscribe\n\n", StringComparison.Ordinal);

        Assert.Equal(Body, TestReader.ReadText(text).Text);
    }

    [Fact]
    public void The_name_of_the_site_below_the_body_is_the_outlet()
    {
        var report = TestReader.ReadText(Body + "\n\nHarbour Example News\n\nLeave a Reply\n\nConnecting to %s");

        Assert.Equal("Harbour Example News", report.Outlet);
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void An_agencys_name_after_the_last_sentence_is_taken_and_goes()
    {
        var report = TestReader.ReadText(Body.Replace("minister said.", "minister said. EFE", StringComparison.Ordinal) + "\n\nola/kbh\n\nRelated Articles\n\nBack to top");

        Assert.Equal("EFE", report.Agency);
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void A_short_last_paragraph_without_a_full_stop_is_kept_where_nothing_follows()
    {
        var text = Body + "\n\nMore talks in June";

        Assert.Equal(text, TestReader.ReadText(text).Text);
    }

    [Fact]
    public void A_last_sentence_without_a_full_stop_is_kept_though_tags_follow()
    {
        var report = TestReader.ReadText(Body + "\nBoth sides said that their policy had not changed\nTags: Norway, Iceland");

        Assert.Equal(Body + "\n\nBoth sides said that their policy had not changed", report.Text);
    }

    [Theory]
    [InlineData("For the latest round of talks, both ministers flew to Geneva.")]
    [InlineData("More from the fund is expected on Monday, he added.")]
    [InlineData("Privacy policy was not on the table, the minister said.")]
    [InlineData("He declined further comments on \"the matter\" on Monday.")]
    [InlineData("Next to him sat the president.")]
    [InlineData("Print media in both countries welcomed the deal.")]
    [InlineData("Shares of fishing companies rose on Monday.")]
    [InlineData("Related parties will be heard in June.")]
    [InlineData("Follow-up talks are planned for June.")]
    [InlineData("END of the quarrel, one paper wrote.")]
    public void A_sentence_that_begins_like_debris_is_kept(string sentence)
    {
        var text = $"{Body}\n\n{sentence}\n\nThe vote is expected in June, officials said.";

        Assert.Equal(text, TestReader.ReadText(text).Text);
    }

    [Fact]
    public void Wrapped_lines_become_one_paragraph()
    {
        const string wrapped = "Norway and Iceland signed a fisheries agreement in Oslo on Monday,\nafter months of talks that had more than once been close to breaking\ndown over the shares.\n\nThe deal runs for three years.";

        Assert.Equal(
            "Norway and Iceland signed a fisheries agreement in Oslo on Monday, after months of talks that had more than once been close to breaking down over the shares.\n\nThe deal runs for three years.",
            TestReader.ReadText(wrapped).Text);
    }

    [Fact]
    public void Lines_that_are_paragraphs_stay_apart() =>
        Assert.Equal(Body, TestReader.ReadText(Body.Replace("\n\n", "\r\n", StringComparison.Ordinal)).Text);

    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("BY JANE DOE AND JOHN ROE", "Jane Doe, John Roe")]
    [InlineData("By Jane Doe, Reuters", "Jane Doe")]
    [InlineData("By Jane Doe in Oslo", "Jane Doe")]
    [InlineData("By Jane Doe (jane@example.org)", "Jane Doe")]
    [InlineData("By Jane Doe (AFP)", "Jane Doe")]
    [InlineData("(By Jane Doe)", "Jane Doe")]
    [InlineData("Author: Jane Doe", "Jane Doe")]
    [InlineData("Author :\nJane Doe", "Jane Doe")]
    public void Bylines_give_the_authors(string byline, string authors)
    {
        var report = TestReader.ReadText($"Norway signs deal with Iceland\n{byline}\n\n{Body}");

        Assert.Equal(authors, string.Join(", ", report.Authors));
        Assert.Equal(Body, report.Text);
    }

    [Fact]
    public void A_sentence_that_begins_with_by_is_no_byline()
    {
        const string text = "By Monday, the talks in Oslo had ended without a result.\n\nNo new date was set, the ministry said.";

        Assert.Equal(text, TestReader.ReadText(text).Text);
    }

    [Fact]
    public void Odd_spaces_entities_and_mojibake_are_mended()
    {
        var report = TestReader.ReadText("Norway\u00A0and\u2009Iceland said:\u200B &quot;We agree &amp; sign.&quot;\n\nThe ministerâ€™s o\uFB03ce con\u00ADfirmed it.");

        Assert.Equal("Norway and Iceland said: \"We agree & sign.\"\n\nThe minister’s office confirmed it.", report.Text);
    }

    [Fact]
    public void What_was_taken_out_can_be_looked_at_with_its_reason()
    {
        var clean = new PlainTextCleaner(TestReader.Data).Clean($"Politics\n\nNorway signs deal with Iceland\n\n{Body}\n\nBack to top", null);

        Assert.Equal(
            [(LineMark.Debris, "Politics"), (LineMark.Title, "Norway signs deal with Iceland"), (LineMark.Debris, "Back to top")],
            clean.Removed);
    }
}
