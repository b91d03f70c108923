using Demarche.Knowledge.Tests.Tables;

namespace Demarche.Knowledge.Tests;

public sealed class KnowledgeDiffTests
{
    private const string Head = "# mine\n# id\tname\tnames\tsurname\n";

    [Fact]
    public void Rows_are_told_apart_by_key_whatever_their_order()
    {
        using var old = new TableFolder();
        using var @new = new TableFolder();
        old.Write("people.tsv", Head + "a\tAda\t\t\nb\tBea\t\t\nc\tCid\t\t\n");
        @new.Write("people.tsv", Head + "d\tDan\t\t\nc\tCid\tCyd\t\na\tAda\t\t\n");

        var changes = KnowledgeDiff.Compare(old.Path, @new.Path);

        Assert.Equal(["d: added", "c: changed", "b: removed"], changes.Select(change => $"{change.Key}: {(change.Old is null ? "added" : change.New is null ? "removed" : "changed")}"));
        Assert.Equal(("", "Cyd"), (changes[1].Old!["names"], changes[1].New!["names"]));
    }

    [Fact]
    public void A_table_that_one_side_lacks_counts_as_empty()
    {
        using var old = new TableFolder();
        using var @new = TableFolder.Small();
        old.Write("people.tsv", Head + "ada-example\tAda Example\t\tExample\n");

        Assert.DoesNotContain(KnowledgeDiff.Compare(old.Path, @new.Path), change => change.Table == "people.tsv");
        Assert.Contains(KnowledgeDiff.Compare(old.Path, @new.Path), change => change is { Table: "places.tsv", Key: "p1", Old: null });
    }
}
