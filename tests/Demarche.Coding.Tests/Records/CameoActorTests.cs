namespace Demarche.Coding.Tests;

public sealed class CameoActorTests
{
    [Theory]
    [InlineData("USA", "GOV|MIL", "USAGOVMIL")]
    [InlineData("NATO", "IGO|MIL", "IGOWSTNATMIL")]
    [InlineData("UNO", "IGO", "IGOUNO")]
    [InlineData("FRA", "JRN", "FRAMED")]
    [InlineData("FRA", "MED", "FRAHLH")]
    [InlineData(null, "REB", "REB")]
    [InlineData(null, "", "")]
    [InlineData("SYR", "GOV|MIL|SPY", "SYRGOVMIL")]
    [InlineData("NGO", "NGO|HRI", "NGOHRI")]
    public void Country_and_sectors_become_the_code_of_cameo(string? country, string sectors, string code)
    {
        var entity = Some.Entity("e1", "Somebody", country) with { Sectors = sectors.Split('|', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(code, CameoActor.Code(entity));
    }
}
