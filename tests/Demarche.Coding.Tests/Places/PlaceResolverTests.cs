using System.Globalization;
using Demarche.Testing;

namespace Demarche.Coding.Tests.Places;

public sealed class PlaceResolverTests
{
    private const double EarthRadiusKm = 6371;

    public static TheoryData<string, double, double, double, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, double, double, double, string>();
            foreach (var line in File.ReadLines(Repository.PathOf("tests/Demarche.Coding.Tests/cases/places.tsv")).Where(line => !line.StartsWith('#')))
            {
                var fields = line.Split('\t');
                cases.Add(fields[0], Number(fields[1]), Number(fields[2]), Number(fields[3]), fields[4]);
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_name_means_the_place_that_its_report_speaks_of(string country, double latitude, double longitude, double km, string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var place = Assert.Single(TestCoder.Code(text).Places, place => place.Span.Start == start && place.Span.End == end);

        Assert.Equal(country, place.Country);
        Assert.InRange(DistanceKm(latitude, longitude, place.Latitude ?? double.NaN, place.Longitude ?? double.NaN), 0, km);
    }

    [Fact]
    public void A_name_that_its_state_told_apart_keeps_its_sense()
    {
        var coded = TestCoder.Code("Officials met in Santa Ana, California. A day later, police searched a factory in Santa Ana.");

        Assert.Equal(["USA", "USA"], coded.Places.Where(place => place.Text == "Santa Ana").Select(place => place.Country));
    }

    [Fact]
    public void A_state_that_is_gone_gives_way_to_its_heir_unless_the_report_is_of_its_time()
    {
        Assert.Equal("COD", Assert.Single(TestCoder.Code("Rebels fought in Congo.", "2012-11-20").Places).Country);
        Assert.Equal("MMR", Assert.Single(TestCoder.Code("Soldiers fired on a crowd in Burma.", "2007-09-27").Places).Country);
        Assert.Equal("BUR", Assert.Single(TestCoder.Code("Soldiers fired on a crowd in Burma.", "1988-08-09").Places).Country);
    }

    [Fact]
    public void A_town_named_after_an_enumerated_unit_is_that_unit()
    {
        var coded = TestCoder.Code("Cases were found in Texas, Utah, Virginia, Washington, West Virginia and Wyoming.");

        Assert.All(coded.Places, place => Assert.Equal("admin1", place.Kind));
        Assert.Equal(6, coded.Places.Count);
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);

    private static double DistanceKm(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (double.DegreesToRadians(latitudeA), double.DegreesToRadians(latitudeB));
        var cosine = (Math.Sin(a) * Math.Sin(b)) + (Math.Cos(a) * Math.Cos(b) * Math.Cos(double.DegreesToRadians(longitudeB - longitudeA)));
        return EarthRadiusKm * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
