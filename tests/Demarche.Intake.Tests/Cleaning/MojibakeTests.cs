using System.Text;
using Demarche.Intake.Cleaning;

namespace Demarche.Intake.Tests.Cleaning;

public sealed class MojibakeTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("“We can’t wait,” the minister said – and left…")]
    [InlineData("São Tomé, Kraków, Malmö, Besançon, İzmir, Đà Nẵng, Ștefan, Łódź")]
    [InlineData("It cost €5 or £4, ™ and © aside — 20 °C")]
    [InlineData("The café’s “plat du jour”")]
    [InlineData("Well done 👍🏽 ✈️")]
    public void Utf8_read_as_windows_1252_or_latin_1_is_mended_also_when_it_happened_twice(string text)
    {
        var once = Windows1252.GetString(Encoding.UTF8.GetBytes(text));
        var twice = Windows1252.GetString(Encoding.UTF8.GetBytes(once));
        var latin1 = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text, Mojibake.Mend(once));
        Assert.Equal(text, Mojibake.Mend(twice));
        Assert.Equal(text, Mojibake.Mend(latin1));
    }

    [Theory]
    [InlineData("“We can’t wait,” the minister said – and left…")]
    [InlineData("ATÉ AMANHÃ” is a title, and “IRMÔ another")]
    [InlineData("«MARCHÉ» and «À LA UNE»")]
    [InlineData("Ångström, Øre, Ærø, Åland, Ä, Ö, Ü and ß")]
    [InlineData("Mr. Ã and Ms. Â met.")]
    [InlineData("Привет, мир. Ђ°")]
    [InlineData("Die „Ämter“ und die „Öfen“")]
    [InlineData("20 °C ± 2, §§ 3–4, ½ ¼")]
    public void Text_that_is_right_stays(string text) => Assert.Equal(text, Mojibake.Mend(text));

    [Fact]
    public void Only_the_misread_part_of_a_text_is_mended() =>
        Assert.Equal("“Żółw” and café’s", Mojibake.Mend("“Żółw” and cafÃ©â€™s"));

    [Fact]
    public void Entities_soft_hyphens_and_ligatures_are_mended_and_typographic_quotes_kept() =>
        Assert.Equal(
            "“The ﬁsh deal’s” first — “oﬃcial” & final — text".Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬃ", "ffi", StringComparison.Ordinal),
            TextNormaliser.OneLine("&ldquo;The \uFB01sh deal&rsquo;s&rdquo; fi\u00ADrst &mdash; “o\uFB03cial” &amp; fi\u200Bnal &#8212; text"));
}
