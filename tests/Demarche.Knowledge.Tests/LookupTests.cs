namespace Demarche.Knowledge.Tests;

public sealed class LookupTests
{
    [Theory]
    [InlineData("AP", "outlet:associated-press")]
    [InlineData("Yonhap", "outlet:yonhap")]
    [InlineData("TASS", "outlet:tass")]
    [InlineData("apnews.com", "outlet:associated-press")]
    [InlineData("https://english.kyodonews.net/news/2017/08/x.html", "outlet:kyodo-news")]
    public void An_agency_is_found_by_name_acronym_domain_and_address(string text, string id)
    {
        Assert.Equal(id, Shipped.Knowledge.FindAgency(text)?.Id);
        Assert.Equal(id, Shipped.Knowledge.FindOutlet(text)?.Id);
    }

    [Fact]
    public void A_paper_is_an_outlet_and_no_agency()
    {
        Assert.Equal("GBR", Shipped.Knowledge.FindOutlet("The Guardian")?.Country);
        Assert.Null(Shipped.Knowledge.FindAgency("The Guardian"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere.example")]
    [InlineData("The Daily Nothing of Nowhere")]
    public void An_unknown_outlet_is_null(string text) => Assert.Null(Shipped.Knowledge.FindOutlet(text));

    [Fact]
    public void An_entry_is_found_by_its_id_and_is_always_the_same_object()
    {
        var japan = Shipped.Knowledge.Get("country:JPN");

        Assert.NotNull(japan);
        Assert.Same(japan, Shipped.Knowledge.Country("JPN"));
        Assert.Equal("Japan", japan.Name);
        Assert.Null(Shipped.Knowledge.Get("country:QQQ"));
    }

    [Fact]
    public void A_place_carries_what_the_gazetteer_says()
    {
        var place = Shipped.Knowledge.Get("place:geonames-6822202");

        Assert.NotNull(place);
        Assert.Equal(("Yurihonjō", "JPN", "city", 6822202), (place.Name, place.Country, place.Type, place.GeonamesId));
        Assert.Equal(39.386, place.Latitude, 0.01);
        Assert.Equal(140.048, place.Longitude, 0.01);
    }

    [Theory]
    [InlineData("UN", "UNO")]
    [InlineData("European Commission", "EUR")]
    [InlineData("ASEAN", "ASN")]
    [InlineData("African Union", "AFU")]
    [InlineData("IMF", "IMF")]
    [InlineData("World Bank", "WBK")]
    [InlineData("IAEA", "IGO")]
    [InlineData("Arab League", "ARL")]
    [InlineData("People's Liberation Army", "CHN")]
    public void A_body_carries_its_code(string name, string code) =>
        Assert.Equal(code, Shipped.Knowledge.FindExact(name)[0].Country);

    [Fact]
    public void Every_state_with_a_seat_in_the_united_nations_has_a_name_and_an_adjective()
    {
        var members = Entries().Where(entry => entry is { Kind: EntryKind.Country, Type: "UN member" }).ToList();

        Assert.Equal(193, members.Count);
        Assert.All(members, member => Assert.Contains(member, Shipped.Knowledge.FindExact(member.Name)));
    }

    [Fact]
    public void Titles_are_told_from_names()
    {
        Assert.True(Shipped.Knowledge.IsTitle("Mr."));
        Assert.True(Shipped.Knowledge.IsTitle("Gen."));
        Assert.False(Shipped.Knowledge.IsTitle("Lavrov"));
    }

    [Fact]
    public void There_are_sixty_thousand_places_and_more() =>
        Assert.True(Entries().Count(entry => entry.Kind == EntryKind.Place) >= 60_000);

    private static IEnumerable<KnowledgeEntry> Entries() => Enumerable.Range(0, Shipped.Knowledge.Count).Select(Shipped.Knowledge.Entry);
}
