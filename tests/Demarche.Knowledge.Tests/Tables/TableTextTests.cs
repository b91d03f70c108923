using System.Text;

namespace Demarche.Knowledge.Tests.Tables;

public sealed class TableTextTests
{
    private const string Head = "# Codes. Checked: 2026-01-31.\n# code\tmeaning\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_in_UTF16_is_refused(bool bigEndian)
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", new UnicodeEncoding(bigEndian, byteOrderMark: true), Head + "UNO\tUnited Nations\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal("codes.tsv: the table is written in UTF-16; save it as UTF-8.", error.Message);
    }

    [Fact]
    public void A_table_in_UTF16_without_a_mark_is_refused_too()
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", new UnicodeEncoding(bigEndian: false, byteOrderMark: false), Head + "UNO\tUnited Nations\n");

        Assert.Equal("codes.tsv: the table is written in UTF-16; save it as UTF-8.", Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path)).Message);
    }

    [Fact]
    public void A_letter_of_Windows1252_is_shown_with_its_place()
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", Encoding.Latin1, Head + "UNO\tUnited Nations\nOIF\tFrancophonie: pays francophones, l'été\n");

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal("codes.tsv(4,2): the byte 0xE9 is not UTF-8, as in files saved as Windows-1252; save the table as UTF-8.", error.Message);
    }

    [Fact]
    public void The_mark_that_some_editors_put_before_UTF8_is_passed_over()
    {
        using var folder = TableFolder.Small();
        folder.Write("codes.tsv", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Head + "UNO\tUnited Nations\n");

        var tally = KnowledgeCompiler.Check(folder.Path);

        Assert.Equal((4, 9), (tally.Entries, tally.Names));
    }

    [Fact]
    public void A_table_of_a_gigabyte_is_refused_before_it_is_read()
    {
        using var folder = TableFolder.Small();
        var path = Path.Combine(folder.Path, "people.tsv");
        using (var file = File.OpenWrite(path)) file.SetLength(1L << 30); // a hole: it takes no room on the disk

        var error = Assert.Throws<LexiconException>(() => KnowledgeCompiler.Check(folder.Path));

        Assert.Equal($"{path}: the table has 1,073,741,824 bytes, but 67,108,864 at most are read; leave out what no report names.", error.Message);
    }
}
