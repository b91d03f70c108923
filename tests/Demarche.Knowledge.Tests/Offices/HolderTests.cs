namespace Demarche.Knowledge.Tests.Offices;

public sealed class HolderTests
{
    [Theory]
    [InlineData("FM", "JPN", "2017-11-24", "Taro Kono")]
    [InlineData("FM", "JPN", "2017-06-30", "Fumio Kishida")]
    [InlineData("FM", "JPN", "2019-09-12", "Toshimitsu Motegi")]
    [InlineData("FM", "RUS", "2023-10-19", "Sergei Lavrov")]
    [InlineData("FM", "KOR", "2018-02-09", "Kang Kyung-wha")]
    [InlineData("FM", "CHN", "2017-08-30", "Wang Yi")]
    [InlineData("FM", "CHN", "2023-03-01", "Qin Gang")]
    [InlineData("FM", "CHN", "2024-03-01", "Wang Yi")]
    [InlineData("FM", "USA", "2017-08-30", "Rex Tillerson")]
    [InlineData("FM", "USA", "2022-03-01", "Antony Blinken")]
    [InlineData("FM", "USA", "2025-06-01", "Marco Rubio")]
    [InlineData("FM", "GBR", "2013-06-01", "William Hague")]
    [InlineData("DM", "JPN", "2020-03-01", "Taro Kono")]
    [InlineData("DM", "USA", "2018-03-01", "Jim Mattis")]
    [InlineData("HOS", "USA", "2017-09-01", "Donald Trump")]
    [InlineData("HOS", "USA", "2022-09-01", "Joe Biden")]
    [InlineData("HOS", "KOR", "2018-04-27", "Moon Jae-in")]
    [InlineData("HOS", "KOR", "2023-08-18", "Yoon Suk-yeol")]
    [InlineData("HOS", "CHN", "2021-07-01", "Xi Jinping")]
    [InlineData("HOS", "RUS", "2019-05-01", "Vladimir Putin")]
    [InlineData("HOS", "RUS", "2010-05-01", "Dmitry Medvedev")]
    [InlineData("HOS", "FRA", "2020-01-01", "Emmanuel Macron")]
    [InlineData("HOS", "UKR", "2022-02-24", "Volodymyr Zelenskyy")]
    [InlineData("HOS", "PRK", "2017-08-29", "Kim Jong-un")]
    [InlineData("HOS", "PRK", "2005-01-01", "Kim Jong-il")]
    [InlineData("HOG", "JPN", "2015-01-01", "Shinzo Abe")]
    [InlineData("HOG", "JPN", "2023-05-19", "Fumio Kishida")]
    [InlineData("HOG", "GBR", "2017-06-09", "Theresa May")]
    [InlineData("HOG", "GBR", "2025-01-01", "Keir Starmer")]
    [InlineData("HOG", "ISR", "2014-07-08", "Benjamin Netanyahu")]
    [InlineData("HOG", "ISR", "2022-08-01", "Yair Lapid")]
    [InlineData("HOG", "IND", "2019-02-26", "Narendra Modi")]
    [InlineData("HOG", "DEU", "2015-09-01", "Angela Merkel")]
    [InlineData("HOS", "TUR", "2019-10-09", "Recep Tayyip Erdoğan")]
    public void The_holder_of_a_post_on_a_day_is_who_the_gazettes_say(string role, string country, string day, string name) =>
        Assert.Equal(name, Shipped.Knowledge.Holder(role, country, Shipped.Day(day))?.Name);

    [Theory]
    [InlineData("FM", "RUS", "1994-03-10", "Andrei Kozyrev")]
    [InlineData("FM", "USA", "1991-12-10", "James Baker")]
    [InlineData("DM", "USA", "1991-01-20", "Dick Cheney")]
    [InlineData("FM", "ISR", "1993-09-13", "Shimon Peres")]
    [InlineData("FM", "CHN", "1995-06-01", "Qian Qichen")]
    [InlineData("FM", "DEU", "1991-06-01", "Hans-Dietrich Genscher")]
    [InlineData("HOS", "USA", "1990-08-05", "George H. W. Bush")]
    [InlineData("HOS", "SUN", "1990-06-15", "Mikhail Gorbachev")]
    [InlineData("HOS", "ZAR", "1995-05-10", "Mobutu Sese Seko")]
    public void The_chief_posts_of_the_nineties_are_filled(string role, string country, string day, string name) =>
        Assert.Equal(name, Shipped.Knowledge.Holder(role, country, Shipped.Day(day))?.Name);

    [Theory]
    [InlineData("Andrey Kozyrev", "FM", "RUS", "1994-03-10", "Andrei Kozyrev")]
    [InlineData("Mursi", "HOS", "EGY", "2012-07-10", "Mohamed Morsi")]
    [InlineData("Nuri al-Maliki", "HOG", "IRQ", "2014-06-20", "Nouri al-Maliki")]
    [InlineData("Bush", "HOS", "USA", "1990-08-05", "George H. W. Bush")]
    [InlineData("Bush", "HOS", "USA", "2001-09-20", "George W. Bush")]
    [InlineData("Aquino", "HOS", "PHL", "1991-09-10", "Corazon Aquino")]
    public void A_holder_is_found_however_the_report_spells_the_name(string written, string role, string country, string day, string name) =>
        Assert.Equal(name, Shipped.Knowledge.HolderNamed(written, role, country, Shipped.Day(day))?.Name);

    [Theory]
    [InlineData("Bush", "HOS", "USA", "1994-07-20")]
    [InlineData("Li", "HOS", "KOR", "2010-05-20")]
    [InlineData("Donald Duck", "HOS", "USA", "2018-06-12")]
    public void Another_name_is_not_bent_to_whoever_held_the_post(string written, string role, string country, string day) =>
        Assert.Null(Shipped.Knowledge.HolderNamed(written, role, country, Shipped.Day(day)));

    [Theory]
    [InlineData("António Guterres", "2020-05-01", "secretary-general of the United Nations")]
    [InlineData("Hirokazu Matsuno", "2022-08-04", "chief cabinet secretary")]
    [InlineData("Maria Zakharova", "2018-03-01", "Foreign Ministry spokeperson")]
    [InlineData("William Hagerty", "2017-09-15", "ambassador to Japan")]
    [InlineData("Katsutoshi Kawano", "2017-08-30", "chief of staff, Joint Staff (Japan self-defense forces)")]
    [InlineData("Harry Harris", "2017-04-01", "commander, U.S. Pacific Command")]
    public void A_person_is_found_with_the_office_held_on_the_day(string name, string day, string office) =>
        Assert.Contains(office, Shipped.Knowledge.FindExact(name)[0].TermsOn(Shipped.Day(day)).Select(term => term.Office), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void One_person_may_hold_an_office_again_after_somebody_else()
    {
        var person = Shipped.Knowledge.FindExact("Wang Yi")[0];

        Assert.NotNull(person.TermOn("FM", "CHN", new DateOnly(2020, 1, 1)));
        Assert.Null(person.TermOn("FM", "CHN", new DateOnly(2023, 3, 1)));
        Assert.NotNull(person.TermOn("FM", "CHN", new DateOnly(2024, 1, 1)));
    }

    [Theory]
    [InlineData("USA", "2018-01-01", "Donald Trump")]
    [InlineData("BRA", "2015-06-01", "Dilma Rousseff")]
    [InlineData("TUR", "2019-06-01", "Recep Tayyip Erdoğan")]
    public void A_state_without_a_head_of_government_has_its_head_of_state_for_one(string country, string day, string name) =>
        Assert.Equal(name, Shipped.Knowledge.Holder("HOG", country, Shipped.Day(day))?.Name);

    [Fact]
    public void Nobody_is_made_up_for_a_post_that_is_unknown()
    {
        Assert.Null(Shipped.Knowledge.Holder("FM", "XXX", new DateOnly(2018, 1, 1)));
        Assert.Null(Shipped.Knowledge.Holder("FM", "JPN", new DateOnly(1931, 1, 1)));
        Assert.Empty(Shipped.Knowledge.Holders("NOROLE", "JPN", new DateOnly(2018, 1, 1)));
    }

    [Fact]
    public void A_row_without_start_and_end_counts_from_a_year_before_to_three_years_after_it_was_known()
    {
        var term = new OfficeTerm("minister", "MIN", "NOR", "GOV", null, null, new DateOnly(2011, 2, 28));

        Assert.False(term.HeldOn(new DateOnly(2009, 1, 1)));
        Assert.True(term.HeldOn(new DateOnly(2010, 12, 1)));
        Assert.True(term.IsConfirmedOn(new DateOnly(2010, 12, 1)));
        Assert.True(term.HeldOn(new DateOnly(2012, 1, 1)));
        Assert.False(term.IsConfirmedOn(new DateOnly(2012, 1, 1)));
        Assert.False(term.HeldOn(new DateOnly(2014, 3, 1)));
    }

    [Fact]
    public void Terms_on_a_day_come_with_the_latest_start_first()
    {
        var terms = Shipped.Knowledge.FindExact("Xi Jinping")[0].TermsOn(new DateOnly(2020, 1, 1));

        Assert.Equal(["HOS", "PARTY"], terms.Select(term => term.Role));
    }
}
