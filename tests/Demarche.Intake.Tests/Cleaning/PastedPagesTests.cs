namespace Demarche.Intake.Tests.Cleaning;

/// <summary>Whole pages as they are pasted from a browser: lines marked "+" stay, in their order, but for what stands before "¦" in them; all others go.</summary>
public sealed class PastedPagesTests
{
    public static TheoryData<string> Pages =>
    [
        // A newspaper: menu, title, byline, share row, an advertisement, a link to another report.
        """
        Skip to content
        Home
        World
        Politics
        Sport
        Sign in
        Norway signs deal with Iceland
        By Jane Doe
        March 7, 2022
        Share
        Tweet
        Email
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        Advertisement
        +The deal covers mackerel and herring, and it runs for three years from January.
        Read more: Whales are counted off the coast of Iceland
        +"This is a good day," the Norwegian minister said after the signing.
        Most read
        Why herring is dear again
        Five things to know about mackerel
        © 2022 Harbour Press
        """,

        // A wire's site: slug, time stamp, dateline, sign-off.
        """
        WORLD NEWS
        MARCH 7, 2022 / 9:30 AM / UPDATED 2 HOURS AGO
        Norway, Iceland sign fish deal
        By Reuters Staff
        3 Min Read
        +OSLO, March 7 (Reuters) - ¦The two countries signed a fisheries agreement on Monday, the Norwegian ministry said.
        +The deal covers mackerel and herring, and it runs for three years.
        (Reporting by Jane Doe; Editing by John Roe)
        Our Standards: The Thomson Reuters Trust Principles.
        """,

        // A picture with its caption and credit in the middle.
        """
        Norway signs deal with Iceland

        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.

        The ministers shake hands in Oslo on Monday. (Photo by Ola Example/Getty Images)

        +The deal covers mackerel and herring, and it runs for three years.

        Image credit: Ola Example

        +Iceland's parliament is to vote on it before the end of the month.
        """,

        // A blog: motto, tags, neighbours, comments.
        """
        Notes from the Quay
        the sea and those who live by it
        Norway signs deal with Iceland
        Posted on March 7, 2022 by Margit
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        +I was there, and I can tell you that it rained from the first minute to the last.
        Filed under: Fish
        Tagged: herring, Iceland
        2 thoughts on “Norway signs deal with Iceland”
        Ola says:
        March 8, 2022 at 10:12 am
        At last they have agreed on something.
        Leave a Reply
        Your email address will not be published.
        """,

        // A newsletter box and an author box.
        """
        Norway signs deal with Iceland
        Jane Doe
        Northern correspondent
        7 March 2022
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        Sign up for our newsletter
        Get the week at sea in your inbox every Friday.
        Enter your email
        Subscribe
        +The deal covers mackerel and herring, and it runs for three years.
        About the author
        Jane Doe is our northern correspondent.
        """,

        // A ministry's page.
        """
        Ministry of Fisheries of Norway
        Home > Press > Press releases
        Norway and Iceland sign agreement
        Press release | Date: 07/03/2022 | No: 14/22
        +The ministers of Norway and Iceland signed a fisheries agreement in Oslo today.
        +It covers mackerel and herring, and it runs for three years.
        Press contact
        Phone: +47 22 00 00 00
        E-mail: press@example.org
        """,

        // An interview with short answers, which are no debris.
        """
        "It was time," says the minister
        Published: 8 March 2022
        +Why did you sign now?
        +Because it was time.
        +What comes next?
        +The parliament of Iceland is to vote on the agreement before the end of the month.
        +And then?
        +Then we fish.
        Back to top
        """,

        // A list inside the report stays; the links below go.
        """
        Norway signs deal with Iceland
        +The two countries signed a fisheries agreement in Oslo on Monday. Its main points are:
        +- mackerel: 40 percent for Norway
        +- herring: 15 percent for Iceland
        +- three years, from January
        +Iceland's parliament is to vote on it before the end of the month.
        Related articles
        Whales are counted off the coast of Iceland
        Why herring is dear again
        """,

        // Cookies first.
        """
        We use cookies to improve your experience.
        Accept all
        Reject all
        Manage preferences
        Norway signs deal with Iceland
        Mon 7 Mar 2022 09.30 GMT
        Last modified on Mon 7 Mar 2022 11.02 GMT
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        +The deal covers mackerel and herring, and it runs for three years.
        Topics
        Norway
        Iceland
        Reuse this content
        """,

        // A live page: the clocks go, the entries stay in their order.
        """
        Fish talks live: Norway and Iceland sign
        Updated 7 March 2022
        15:20 GMT
        +Iceland's parliament is to vote on the agreement before the end of the month.
        14:05 GMT
        +"This is a good day," the Norwegian minister said after the signing.
        13:00 GMT
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        """,

        // Listen, print, text size.
        """
        Norway signs deal with Iceland
        Listen to this article
        3 min
        A- A A+
        Print
        Save
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        Story continues below advertisement
        +The deal covers mackerel and herring, and it runs for three years.
        ADVERTISEMENT
        +Iceland's parliament is to vote on it before the end of the month.
        Follow us on Facebook
        """,

        // Subheadings stay.
        """
        Norway signs deal with Iceland
        By Jane Doe | The Harbour Observer | 7 March 2022
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        +What is in the deal
        +The deal covers mackerel and herring, and it runs for three years.
        +What comes next
        +Iceland's parliament is to vote on it before the end of the month.
        Share this article
        Facebook Twitter LinkedIn WhatsApp
        """,

        // A mail.
        """
        From: Example Desk
        To: Readers
        Date: Mon, 7 Mar 2022 08:30:00 +0100
        Subject: Norway signs deal with Iceland

        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.

        +The deal covers mackerel and herring, and it runs for three years.

        To unsubscribe from this list, click here.
        """,

        // A paywall's end.
        """
        Norway signs deal with Iceland
        7 March 2022
        +The two countries signed a fisheries agreement in Oslo on Monday, the Norwegian ministry said.
        +The deal covers mackerel and herring, and it runs for three years.
        This article is for subscribers only
        Already a subscriber? Sign in
        """,

        // A sentence that looks like debris stays.
        """
        Norway signs deal with Iceland
        +Share prices of fishing companies rose in Oslo on Monday after the two countries had signed an agreement.
        +Follow-up talks are planned for June, the Norwegian ministry said.
        +Read by the minister himself, the statement took two minutes.
        +Subscribe to it or not, he said, the agreement is the best that there is.
        Comments are closed.
        """,
    ];

    [Theory, MemberData(nameof(Pages))]
    public void What_is_marked_stays_and_all_else_goes(string page)
    {
        var kept = page.Split('\n').Where(line => line.StartsWith('+')).Select(line => line[1..].Split('¦')[^1]);
        var pasted = string.Join('\n', page.Split('\n').Select(line => line.StartsWith('+') ? line[1..].Replace("¦", "", StringComparison.Ordinal) : line));

        var report = TestReader.ReadText(pasted);

        Assert.Equal(string.Join("\n\n", kept), report.Text);
    }
}
