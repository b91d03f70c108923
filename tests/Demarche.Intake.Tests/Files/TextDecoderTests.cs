using System.Text;
using Demarche.Intake.Files;

namespace Demarche.Intake.Tests.Files;

public sealed class TextDecoderTests
{
    private const string Sentence = "Die Außenminister trafen sich in Zürich – “heute”.";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sentence) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)] },
        { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sentence)] },
        { "UTF-16 big endian with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sentence)] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Sentence) },
        { "UTF-16 big endian without a mark", Encoding.BigEndianUnicode.GetBytes(Sentence) },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Text_comes_out_the_same_from_every_encoding(string name, byte[] bytes)
    {
        var warnings = new List<string>();

        var text = TextDecoder.Decode(bytes, "a.txt", warnings);

        Assert.Equal((name, Sentence), (name, text));
        Assert.Empty(warnings);
    }

    [Fact]
    public void Windows_1252_is_told_by_its_first_byte_that_is_no_utf8()
    {
        var warnings = new List<string>();

        var text = TextDecoder.Decode(Encoding.GetEncoding(1252).GetBytes(Sentence), "a.txt", warnings);

        Assert.Equal(Sentence, text);
        Assert.Equal(["a.txt: byte 6 is not valid UTF-8, so the text was read as Windows-1252; save it as UTF-8 if letters are wrong."], warnings);
    }

    [Fact]
    public void A_few_bad_bytes_in_utf8_are_replaced_and_counted()
    {
        var warnings = new List<string>();
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Zürich–"), 0xFF, .. Encoding.UTF8.GetBytes("Genève")];

        var text = TextDecoder.Decode(bytes, "a.txt", warnings);

        Assert.Equal("Zürich–\uFFFDGenève", text);
        Assert.Equal(["a.txt: 1 invalid UTF-8 sequence, the first at byte 10; each was replaced by '\uFFFD'."], warnings);
    }

    [Theory]
    [InlineData("<html><head><meta charset=\"windows-1251\"></head><p>Привет</p>", 1251)]
    [InlineData("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>Привет</p>", 20866)]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=shift_jis'><p>日本</p>", 932)]
    [InlineData("<meta charset=iso-8859-1><p>“Zürich”</p>", 1252)]
    public void A_page_may_declare_its_charset(string page, int codePage)
    {
        var warnings = new List<string>();

        var text = TextDecoder.Decode(Encoding.GetEncoding(codePage).GetBytes(page), "a.html", warnings);

        Assert.Equal(page, text);
        Assert.Empty(warnings);
    }

    [Fact]
    public void Valid_utf8_outranks_a_declared_single_byte_charset()
    {
        const string page = "<meta charset=\"iso-8859-1\"><p>Zürich</p>";

        Assert.Equal(page, TextDecoder.Decode(Encoding.UTF8.GetBytes(page), "a.html", []));
    }

    [Fact]
    public void An_unknown_charset_is_named()
    {
        var warnings = new List<string>();

        TextDecoder.Decode("<meta charset=klingon-1><p>Text</p>"u8, "a.html", warnings);

        Assert.Equal(["a.html: the declared charset 'klingon-1' is not known; the text was read by its bytes."], warnings);
    }
}
