namespace Demarche.Knowledge.Names;

/// <summary>What is left of a letter when case, diacritics and spelling signs are taken away.</summary>
/// <remarks>
/// Kept as tables because .NET without culture data does not take accented letters apart. Letters outside Latin only lose
/// their case.
/// </remarks>
internal static class Folding
{
    private const int LatinStart = 0xC0;
    private const int VietnameseStart = 0x1E00;

    // U+00C0 to U+024F and U+1E00 to U+1EFF: the compatibility decomposition of each letter without its marks.
    private const string Latin =
        "aaaaaaæceeeeiiiidnoooooxouuuuyþßaaaaaaæceeeeiiiidnooooo ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiii" +
        "jjkkkllllllllllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨ" +
        "ƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿǀǁǂǃdddlllnnnaaiioouuuuuuuuuuǝaaaaǣǣǥǥggkkooooǯǯjdddggƕƿnnaaǽǽǿǿaaaaeeeeiiiioooorrrruuuuss" +
        "ttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    private const string Vietnamese =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuu" +
        "uuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuu" +
        "uuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";

    /// <summary>The folded letter; <c>\0</c> for signs that are dropped, such as combining marks.</summary>
    /// <remarks>ß, æ, œ and þ stay single here: <see cref="NameUnits"/> spells them out.</remarks>
    internal static char Fold(char c)
    {
        if (c < 0x80) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        if (c is >= (char)LatinStart and < (char)(LatinStart + 400)) return Latin[c - LatinStart];
        if (c is >= (char)VietnameseStart and < (char)(VietnameseStart + 256)) return Vietnamese[c - VietnameseStart];
        if (c is >= '\u0300' and <= '\u036F') return '\0';
        if (c is 'ə' or 'Ə') return 'a';
        return char.ToLowerInvariant(c);
    }
}
