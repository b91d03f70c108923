using Demarche.Testing;

namespace Demarche.Knowledge.Tests;

/// <summary>What is refused while a book is read, each fault with its place; nothing of a book with a fault is kept.</summary>
public sealed class CodebookFaultTests
{
    [Theory]
    [InlineData("one\tV:attack\tASAULT", "test.tsv(3,3): 'ASAULT' is not a PLOVER event type; see types.tsv.")]
    [InlineData("one\tV:attack\tASSAULT\tallege", "test.tsv(3,4): 'allege' of one is not a mode of ASSAULT in modes.tsv.")]
    [InlineData("one\tV:attack\tASSAULT\t\t999", "test.tsv(3,5): '999' of one is not a CAMEO code of crosswalk.tsv.")]
    [InlineData("one\tV:attack\tASSAULT\t\t\tsubject", "test.tsv(3,6): 'subject' is not a slot or a preposition that a role may name; see docs/codebook.md, \"Roles\".")]
    [InlineData("one\tV:attack\tASSAULT\t\t\t\tcomp.against", "test.tsv(3,7): 'comp.against' is not a slot or a preposition that a role may name; see docs/codebook.md, \"Roles\".")]
    [InlineData("one\tV:attack\tASSAULT\t\t\t\t\tobjct", "test.tsv(3,8): 'objct' is not a slot or a preposition that a role may name; see docs/codebook.md, \"Roles\".")]
    [InlineData("one\tV:attack\tASSAULT\t\t\t\t\t\tnonsuch", "test.tsv(3,9): the operator 'nonsuch' of one has no row in compose.tsv.")]
    [InlineData("one\tV:attack objct=tank\tASSAULT", "test.tsv(3,2): 'objct' is not a slot or a preposition that a pattern may name; see docs/codebook.md, \"Pattern\".")]
    [InlineData("one\tV:attack !objct\tASSAULT", "test.tsv(3,2): 'objct' is not a slot or a preposition that a pattern may name; see docs/codebook.md, \"Pattern\".")]
    [InlineData("one\tV:attack obj=@nonsuch\tASSAULT", "test.tsv(3,2): the class '@nonsuch' is not in any classes table.")]
    [InlineData("one\tV:attack obj=\tASSAULT", "test.tsv(3,2): '=' names no word; write some behind the =, or leave it out.")]
    [InlineData("one\tV:attack obj=#actr\tASSAULT", "test.tsv(3,2): '#actr' is neither #actor, #thing, #event or #several nor a PLOVER sector, which has three capitals.")]
    [InlineData("one\tV:| obj\tASSAULT", "test.tsv(3,2): 'V:|' names no word; write the lemmas behind V:, parted by bars.")]
    [InlineData("one\tX:attack\tASSAULT", "test.tsv(3,2): 'X' is not a part of speech; write V, N or A.")]
    [InlineData("one\tattack\tASSAULT", "test.tsv(3,2): 'attack' has no part of speech; write V:, N: or A: before the lemmas.")]
    [InlineData("one\tV:attack\tASSAULT\t\t\t\t\t\t\tA attacked B.\tA attacked B.", "test.tsv(3,11): the near miss is the example itself; write a sentence in which the entry must not fire, or -.")]
    [InlineData("\tV:attack\tASSAULT", "test.tsv(3,1): 'name' is empty, but every row needs one; fill it or delete the row.")]
    public void A_row_that_cannot_be_right_is_refused_with_its_place(string row, string message)
    {
        using var book = new CodebookFolder(row);

        Assert.Equal(message, Assert.Throws<LexiconException>(() => Codebook.Load(book.Path)).Message);
    }

    [Theory]
    [InlineData("compose.tsv", "agree\tagree\tAGREE\t\t\t\t", ",2): 'agree' is not a PLOVER event type, '*' for any other or '-' for none; see types.tsv.")]
    [InlineData("compose.tsv", "newly\t-\tAGRE\t\t\t\t", ",3): 'AGRE' is not a PLOVER event type, '=' or '-'; see types.tsv.")]
    [InlineData("compose.tsv", "newly\t-\tAGREE\tallege\t\t\t", ",4): 'allege' is not a mode of AGREE in modes.tsv.")]
    [InlineData("compose.tsv", "newly\t-\t=\tnonsuch\t\t\t", ",4): 'nonsuch' is not a mode of any type in modes.tsv.")]
    [InlineData("compose.tsv", "newly\t-\tAGREE\t\t999\t\t", ",5): '999' is not a CAMEO code of crosswalk.tsv.")]
    [InlineData("compose.tsv", "newly\t-\tAGREE\t\t\tpast\t", ",6): 'past' is not absorb, future, hypothetical or negated; leave it empty to keep the inner event as it is.")]
    [InlineData("compose.tsv", "agree\t-\tAGREE\t\t\t\t", ",2): 'agree' with '-' stands in the table already.")]
    [InlineData("modes.tsv", "AGRE\tallege", ",1): 'AGRE' is not a PLOVER event type; see types.tsv.")]
    [InlineData("crosswalk.tsv", "9991\tAGRE\t\t\t", ",2): 'AGRE' is not a PLOVER event type; see types.tsv.")]
    [InlineData("classes-everyday.tsv", "nobody\t|", ",2): the class 'nobody' holds no word here; add one, or delete the row.")]
    public void A_row_of_another_table_is_refused_with_its_place(string table, string row, string message)
    {
        using var book = new CodebookFolder("one\tV:attack\tASSAULT");
        var line = File.ReadLines(Path.Combine(book.Path, table)).Count() + 1;
        book.Append(table, row);

        Assert.Equal($"{table}({line}{message}", Assert.Throws<LexiconException>(() => Codebook.Load(book.Path)).Message);
    }

    [Fact]
    public void The_second_of_two_rows_of_one_name_is_refused()
    {
        using var book = new CodebookFolder("one\tV:attack\tASSAULT", "one\tV:bomb\tASSAULT");

        Assert.Equal("test.tsv(4,1): the name 'one' is already taken by test.tsv(3); names are unique over all files.", Assert.Throws<LexiconException>(() => Codebook.Load(book.Path)).Message);
    }

    [Fact]
    public void Near_misses_and_reasons_are_read_and_a_dash_stands_for_none()
    {
        using var book = new CodebookFolder("one\tV:attack\tASSAULT\t\t\t\t\t\t\tA attacked B.\tThe striker attacked well.\tForce against people.", "two\tV:bomb\tASSAULT\t\t\t\t\t\t\t-\t-\t-", "three\tV:shell\tASSAULT");

        Assert.Equal(["The striker attacked well.|Force against people.", "|", "|"], Codebook.Load(book.Path).Entries.Select(entry => $"{entry.NearMiss}|{entry.Reason}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\tnearmiss")]
    public void Tables_from_before_near_misses_and_reasons_are_read(string more)
    {
        using var book = new CodebookFolder();
        book.Write("entries/test.tsv", $"# Checked: 2026-01-31.\n# name\tpattern\ttype\tmode\tcameo\tactor\trecipient\tthird\toperator\texample{more}\none\tV:attack\tASSAULT\t\t\t\t\t\t\t-{more}\n");

        Assert.Equal((more.Trim(), ""), (Codebook.Load(book.Path).Entries[0].NearMiss, Codebook.Load(book.Path).Entries[0].Reason));
    }

    [Fact]
    public void A_row_must_be_as_wide_as_its_own_table()
    {
        using var book = new CodebookFolder();
        book.Write("entries/test.tsv", "# Checked: 2026-01-31.\n# name\tpattern\ttype\tmode\tcameo\tactor\trecipient\tthird\toperator\texample\none\tV:attack\tASSAULT\t\t\t\t\t\t\t-\t-\t-\n");

        Assert.StartsWith("test.tsv(3,11): the row has 12 columns, but 10 were expected", Assert.Throws<LexiconException>(() => Codebook.Load(book.Path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void A_reason_is_a_line_of_at_most_90_characters(int length, bool isRead)
    {
        // A sign beyond the basic plane is one character.
        using var book = new CodebookFolder($"one\tV:attack\tASSAULT\t\t\t\t\t\t\t-\t-\t{string.Concat(Enumerable.Repeat("𝐫", length))}");

        var error = Record.Exception(() => Codebook.Load(book.Path));

        Assert.Equal(isRead ? null : "test.tsv(3,12): the reason has 91 characters, but 90 at most are shown; say it in fewer words.", error?.Message);
    }
}
