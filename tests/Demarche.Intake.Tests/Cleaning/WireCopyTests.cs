namespace Demarche.Intake.Tests.Cleaning;

/// <summary>The agency is taken out of slug, byline, dateline and tail, and recorded.</summary>
public sealed class WireCopyTests
{
    private const string First = "Norway and Iceland signed a fisheries agreement on Monday, the ministry said.";
    private const string Second = "The deal covers mackerel and herring, and it runs for three years.";

    [Theory]
    [InlineData("OSLO (AP) — ", "", "AP")]
    [InlineData("OSLO, Norway (AP) _ ", "", "AP")]
    [InlineData("OSLO, March 7 (Reuters) - ", "", "Reuters")]
    [InlineData("", " (Reporting by Jane Doe; Editing by John Roe)", null)]
    [InlineData("Oslo (AFP) – ", "", "AFP")]
    [InlineData("", "\n\njd/jr/kbh\n\n© Agence France-Presse", "AFP")]
    [InlineData("", " © AFP", "AFP")]
    [InlineData("Oslo, Mar 7 (EFE).- ", " EFE\n\nmos/lds", "EFE")]
    [InlineData("Oslo, 7 mar (EFE).- ", "\n\nEFE mos/lds", "EFE")]
    [InlineData("OSLO, March 7 (Xinhua) -- ", " Enditem", "Xinhua")]
    [InlineData("", "\n\nEditor: Jane Doe\nSource: Xinhua", "Xinhua")]
    [InlineData("OSLO, March 7, Kyodo - ", "\n\n==Kyodo", "Kyodo News")]
    [InlineData("Oslo, March 7 (Jiji Press)--", " END", "Jiji Press")]
    [InlineData("", "--(Jiji Press)", "Jiji Press")]
    [InlineData("OSLO, March 7 (Yonhap) -- ", "\n\njd@yna.co.kr\n(END)", "Yonhap")]
    [InlineData("OSLO, March 7. /TASS/. ", "", "TASS")]
    [InlineData("OSLO. March 7 (Interfax) - ", "", "Interfax")]
    [InlineData("OSLO, March 7 (RIA Novosti) – ", "", "RIA Novosti")]
    [InlineData("MOSCOW, March 7 (Sputnik) - ", "", "Sputnik")]
    [InlineData("Oslo (dpa) - ", "", "dpa")]
    [InlineData("Oslo (DPA) -- ", "", "dpa")]
    [InlineData("(ANSA) - OSLO, MAR 7 - ", " (ANSA).", "ANSA")]
    [InlineData("Oslo, Mar 7 (PTI) ", " PTI JD JRO", "PTI")]
    [InlineData("Oslo [Norway], March 7 (ANI): ", " (ANI)", "ANI")]
    [InlineData("OSLO, Mar. 7 (IRNA) – ", "\n\n9376**2050", "IRNA")]
    [InlineData("Tehran, March 7, IRNA – ", "", "IRNA")]
    [InlineData("OSLO (AA) - ", "", "Anadolu Agency")]
    [InlineData("", "\n\nAnadolu Agency website contains only a portion of the news stories offered to subscribers.", null)]
    [InlineData("OSLO, March 7 (UPI) -- ", "", "UPI")]
    [InlineData("OSLO, March 7 (Bernama) -- ", "\n\n-- BERNAMA", "Bernama")]
    [InlineData("Oslo, March 7, 2022, SPA -- ", "\n\n--SPA\n15:20 LOCAL TIME 12:20 GMT", "SPA")]
    [InlineData("OSLO, March 7 (MENA) – ", " (MENA)", "MENA")]
    [InlineData("Pyongyang, March 7 (KCNA) -- ", " -0-", "KCNA")]
    [InlineData("New Delhi, March 7 (IANS) ", "\n\n--IANS\njd/jr", "IANS")]
    [InlineData("OSLO, March 7 (CNA) ", "\n\n(By Jane Doe)\nEnditem/JD", "CNA")]
    [InlineData("OSLO, March 7 (PNA) -- ", " (PNA)", "PNA")]
    [InlineData("OSLO, Mar 7 (KUNA) -- ", " (end) jd.jr", "KUNA")]
    [InlineData("OSLO, March 7 (WAM) - ", "", "WAM")]
    [InlineData("Oslo, March 7 (Petra) -- ", " //Petra// JD", "Petra")]
    [InlineData("Oslo, Mar 7 (Prensa Latina) ", "\n\njd/jr", "Prensa Latina")]
    [InlineData("Oslo, March 7 (SANA) – ", "", "SANA")]
    [InlineData("KYIV, March 7 (Ukrinform) - ", "", "Ukrinform")]
    [InlineData("OSLO, March 7 (CP) - ", " — The Canadian Press", "Canadian Press")]
    [InlineData("AP\n\nOSLO -- ", "", "AP")]
    [InlineData("By JANE DOE\nAssociated Press\n\nOSLO (AP) — ", "", "AP")]
    [InlineData("By Jane Doe (AFP)\n\n", "", "AFP")]
    [InlineData("BC-NORWAY-ICELAND-FISH:REUTERS\n\nOSLO, March 7 (Reuters) - ", "", "Reuters")]
    public void The_body_alone_is_left(string before, string after, string? agency)
    {
        var report = TestReader.ReadText($"Norway signs deal with Iceland\n\n{before}{First}\n\n{Second}{after}", published: "2022-03-08");

        Assert.Equal($"{First}\n\n{Second}", report.Text);
        Assert.Equal(agency, report.Agency);
    }

    [Fact]
    public void Every_agency_of_the_table_is_taken_from_a_dateline_and_a_tail()
    {
        foreach (var line in File.ReadLines(Path.Combine(TestReader.DataFolder, "agencies.tsv")).Where(line => !line.StartsWith('#')).Skip(1))
        {
            var name = line.Split('\t')[0];

            var dateline = TestReader.ReadText($"Norway signs deal with Iceland\n\nOSLO, March 7 ({name}) - {First}\n\n{Second}", published: "2022-03-08");
            var tail = TestReader.ReadText($"Norway signs deal with Iceland\n\n{First}\n\n{Second} ({name})", published: "2022-03-08");

            Assert.Equal((name, $"{First}\n\n{Second}", name, $"{First}\n\n{Second}"), (dateline.Agency, dateline.Text, tail.Agency, tail.Text));
        }
    }

    [Theory]
    [InlineData("He told TASS that the talks would go on until the end of the week.")]
    [InlineData("The minister spoke to reporters (AFP had asked for an interview) before he left.")]
    [InlineData("The report was first published by Reuters.")]
    [InlineData("\"We have read it in the Xinhua,\" he said.")]
    public void An_agency_that_a_sentence_names_stays_in_it(string sentence)
    {
        var report = TestReader.ReadText($"Norway signs deal with Iceland\n\n{First}\n\n{sentence}");

        Assert.Equal($"{First}\n\n{sentence}", report.Text);
        Assert.Null(report.Agency);
    }
}
