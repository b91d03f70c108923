using Demarche.Testing;
using Demarche.Text.Lemmas;

namespace Demarche.Knowledge.Tests;

public sealed class CodebookCheckTests
{
    private static readonly Lazy<Lemmatizer> Lemmas = new(() => Lemmatizer.Load(Path.Combine(Repository.Models, Lemmatizer.FileName)));

    /// <summary>Each case: what two rows ask for, whether they block, and what is said of the second (test.tsv(4)); empty for nothing.</summary>
    [Theory]
    [InlineData("V:hit", "ASSAULT", "V:hit", "ASSAULT", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    [InlineData("V:hit obj", "ASSAULT", "V:hit obj=#actor", "ASSAULT", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    [InlineData("V:hit obj obj=tank|jet", "ASSAULT", "V:hit obj=tank", "ASSAULT", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    [InlineData("V:hit obj=tank|jet", "ASSAULT", "V:hit obj=tank", "ASSAULT", "")]
    [InlineData("V:hit obj=tank|jet", "-", "V:hit obj=tank", "ASSAULT", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    [InlineData("V:hit obj=tank", "-", "V:hit obj=tank", "ASSAULT", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    [InlineData("V:hit obj=tank", "ASSAULT", "V:hit obj=tank", "-", "")]
    [InlineData("V:hit obj=tank", "ASSAULT", "V:hit obj=tank with", "ASSAULT", "")]
    [InlineData("V:hit obj=tank with", "ASSAULT", "V:hit obj=tank", "ASSAULT", "")]
    [InlineData("V:hit obj=tank", "ASSAULT", "V:hit with=tank", "ASSAULT", "")]
    [InlineData("N:air hit", "ASSAULT", "N:hit", "ASSAULT", "")]
    [InlineData("N:hit", "ASSAULT", "V:hit", "ASSAULT", "")]
    [InlineData("V:hit|strike", "ASSAULT", "V:hit|bomb", "ASSAULT", "b never wins at 1 of its 2 triggers: wherever it could hold, a (test.tsv(3)) wins at V:hit.")]
    [InlineData("V:hit", "ASSAULT", "V:hit", "ACCUSE", "b asks for the same as a (test.tsv(3)) at V:hit, but gives ACCUSE, not ASSAULT: as the later row it wins there only where the ranker prefers ACCUSE.")]
    [InlineData("V:hit obj obj=tank|jet", "ASSAULT", "V:hit obj=tank", "ACCUSE", "b wins only where the ranker prefers ACCUSE: else a (test.tsv(3)) wins.")]
    [InlineData("V:hit obj obj=tank|jet obj obj", "ASSAULT", "V:hit obj=tank", "ACCUSE", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more.")]
    public void A_row_that_loses_wherever_it_could_hold_is_named_with_the_one_that_wins(string first, string firstType, string second, string secondType, string said)
    {
        using var book = new CodebookFolder($"a\t{first}\t{firstType}", $"b\t{second}\t{secondType}");

        Assert.Equal(said, Said(book, "test.tsv(4)"));
    }

    [Fact]
    public void Rows_that_differ_by_mode_alone_are_in_conflict_and_the_later_never_wins()
    {
        using var book = new CodebookFolder("a\tV:hit\tASSAULT\taerial", "b\tV:hit\tASSAULT\tbeat");

        Assert.Equal(
            [
                (CodebookFindingKind.NeverWins, "test.tsv(4)", "b can never win: wherever it could hold, a (test.tsv(3)) wins; delete the row, or let it ask for more."),
                (CodebookFindingKind.Conflict, "test.tsv(4)", "b asks for the same as a (test.tsv(3)) at V:hit, but gives ASSAULT beat, not ASSAULT aerial: as the later row it never wins there."),
            ], Findings(book).Where(finding => finding.Kind != CodebookFindingKind.Alternates).Select(finding => (finding.Kind, finding.Where, finding.Text)));
    }

    [Theory]
    [InlineData("obj=tank", "obj", true)]
    [InlineData("obj=tank", "obj/with", true)]
    [InlineData("obj", "obj/with", true)]
    [InlineData("obj/with", "obj", false)]
    [InlineData("obj=tank", "obj=tank|jet", true)]
    [InlineData("obj=tank", "obj/with=tank|jet", true)]
    [InlineData("obj=tank|jet", "obj=tank", false)]
    [InlineData("obj=#GOV", "obj=#GOV|#MIL", true)]
    [InlineData("obj=#GOV", "obj=#actor", false)]
    [InlineData("obj=tank", "obj=tank|#actor", true)]
    [InlineData("obj=tank", "obj=tank|#several", false)]
    [InlineData("obj=!tank|jet", "obj=!tank", true)]
    [InlineData("obj=!tank", "obj=!tank|jet", false)]
    [InlineData("!obj", "obj=!tank", true)]
    [InlineData("obj/with=!tank", "obj=!tank", true)]
    [InlineData("!obj/with", "!obj", true)]
    [InlineData("!obj", "!obj/with", false)]
    [InlineData("obj=!tank", "obj", false)]
    [InlineData("prt=off", "prt=off|up", true)]
    // "the crackdown on": a particle that a pattern names may hide as a preposition.
    [InlineData("prt=off", "prt", false)]
    // A later slot may look elsewhere only while those before it are empty.
    [InlineData("xcomp=talk", "subj/xcomp=talk", false)]
    [InlineData("xcomp", "subj/xcomp", true)]
    [InlineData("by=army", "of/by=army", false)]
    [InlineData("iobj/to=army", "to/iobj=army", false)]
    public void One_requirement_holds_wherever_another_does_only_where_that_is_sure(string known, string asked, bool implies)
    {
        using var book = new CodebookFolder($"a\tV:hit {known} {asked}\tASSAULT");
        var requirements = Codebook.Load(book.Path).Entries[0].Requirements;

        Assert.Equal(implies, RequirementLogic.Implies(requirements[0], requirements[1]));
    }

    [Theory]
    [InlineData("V:hit obj !obj", "'obj' and '!obj' of a never hold together; delete one of them.")]
    [InlineData("V:hit obj=tank !obj/with", "'obj=tank' and '!obj/with' of a never hold together; delete one of them.")]
    [InlineData("V:hit !obj/with obj", "'!obj/with' and 'obj' of a never hold together; delete one of them.")]
    [InlineData("V:hit obj/with !obj", "")]
    [InlineData("V:hit obj=tank obj=!tank|jet", "'obj=tank' and 'obj=!tank|jet' of a never hold together; delete one of them.")]
    [InlineData("V:hit obj=tank|jet obj=!tank", "")]
    [InlineData("V:hit prt !prt", "'prt' and '!prt' of a never hold together; delete one of them.")]
    [InlineData("V:hit prt=off !prt", "")]
    [InlineData("V:hit obj=#actor obj=#thing", "'obj=#actor' and 'obj=#thing' of a ask one phrase to be an actor and a thing, which at most coordinated words or an unknown pronoun are; delete one of them.")]
    [InlineData("V:hit obj=#actor with=#thing", "")]
    [InlineData("V:hit poss", "'poss' of a never holds, since no verb has the slot poss; name another slot.")]
    [InlineData("V:hit amod=white", "'amod=white' of a never holds, since no verb has the slot amod; name another slot.")]
    [InlineData("N:hit obj/prt=off", "'obj/prt=off' of a never holds, since no noun has the slot obj/prt; name another slot.")]
    [InlineData("N:hit obj/of=tank", "")]
    [InlineData("N:hit !obj", "")]
    [InlineData("A:critical iobj", "'iobj' of a never holds, since no adjective has the slot iobj; name another slot.")]
    [InlineData("N:hit iobj", "")]
    [InlineData("V:Hit", "'Hit' of a matches no word, since lemmas of verbs have no capitals; write 'hit'.")]
    [InlineData("V:attacked", "'attacked' of a is looked up as 'attack' wherever it is no infinitive; write 'attack'.")]
    [InlineData("V:agreed", "'agreed' of a is looked up as 'agree' wherever it is no infinitive; write 'agree'.")]
    [InlineData("V:bombing", "'bombing' of a is looked up as 'bomb' wherever it is no infinitive; write 'bomb'.")]
    [InlineData("V:struck", "'struck' of a is looked up as 'strike' wherever it is no infinitive; write 'strike'.")]
    [InlineData("V:hide|hid", "")]
    [InlineData("N:peace talks", "'talks' of a is looked up as 'talk' wherever it is a plural; write 'talk'.")]
    [InlineData("V:need|bring|found|wound|proceed|ring|feed|widen|lessen|put|shut|discuss|gas", "")]
    [InlineData("N:news|crisis|access|gas|virus|summons|kudos|readiness|congress|series", "")]
    public void A_pattern_that_no_sentence_can_match_is_named(string pattern, string said)
    {
        using var book = new CodebookFolder($"a\t{pattern}\tASSAULT");

        Assert.Equal(said, Said(book, "test.tsv(3,2)"));
    }

    [Fact]
    public void An_operator_that_no_entry_has_is_named_but_not_those_of_grammar()
    {
        using var book = new CodebookFolder("a\tV:vow xcomp\t-\t\t\t\t\t\tpromise");
        book.Write("compose.tsv", Compose("promise\t-\tAGREE\t\t\t\t", "promise not\tASSAULT\tAGREE\t\t\t\t", "will\tCONSULT\tAGREE\t\t\t\t", "will not\tCONSULT\tREJECT\t\t\t\t", "vow\t-\tAGREE\t\t\t\t", "vow not\t*\tAGREE\t\t\t\t"));

        Assert.Equal(
            [
                ("compose.tsv(7,1)", "no entry has the operator 'vow', so that its rows do nothing; name it in an entry, or delete them."),
                ("compose.tsv(8,1)", "no entry has the operator 'vow not', so that its rows do nothing; name it in an entry, or delete them."),
            ], Findings(book).Select(finding => (finding.Where, finding.Text)));
    }

    [Fact]
    public void A_book_without_operators_has_their_table_for_rows_to_come()
    {
        using var book = new CodebookFolder("a\tV:hit\tASSAULT");

        Assert.DoesNotContain(Findings(book), finding => finding.Kind == CodebookFindingKind.UnusedOperator);
    }

    [Fact]
    public void An_operator_that_turns_a_type_into_another_and_back_is_named_once()
    {
        using var book = new CodebookFolder("a\tV:vow xcomp\t-\t\t\t\t\t\tpromise", "b\tV:stop xcomp\t-\t\t\t\t\t\tstop");
        book.Write("compose.tsv", Compose("promise\t*\tAGREE\t\t\tabsorb\t", "promise\tAGREE\t=\t\t\t\t", "stop\tASSAULT\tRETREAT\t\t\tabsorb\t", "stop\tRETREAT\tMOBILIZE\t\t\tabsorb\t", "stop\tMOBILIZE\tASSAULT\t\t\tabsorb\t"));

        var finding = Assert.Single(Findings(book));
        Assert.False(finding.IsFault);
        Assert.Equal("'stop' nested in itself turns ASSAULT into RETREAT into MOBILIZE into ASSAULT; each level changes the type again.", finding.Text);
    }

    [Fact]
    public void Nothing_in_the_book_that_ships_can_never_take_effect() =>
        Assert.DoesNotContain(CodebookCheck.Find(Codebook.Load(Path.Combine(Repository.Data, "codebook", "plover")), Lemmas.Value), finding => finding.IsFault);

    [Fact]
    public void The_book_that_ships_is_searched_in_few_steps() => Assert.InRange(ShadowFinder.Find(Codebook.Load(Path.Combine(Repository.Data, "codebook", "plover")).Entries).Comparisons, 1, 100_000);

    [Fact]
    public void The_search_finds_what_comparing_every_two_rows_does()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        string[] parts = ["obj", "!obj", "obj=tank", "obj=tank|jet", "obj=!jet", "obj=#actor", "obj=#GOV|#MIL", "with", "with=army", "obj/with=tank", "prt=off", "subj=#actor", "obj=tank|#actor", "xcomp=talk|#event"];
        string[] types = ["ASSAULT", "ASSAULT", "ACCUSE", "-"];
        for (var round = 0; round < 40; round++)
        {
            using var book = new CodebookFolder(Enumerable.Range(0, 25).Select(i =>
                $"e{i}\tV:{(random.Next(2) == 0 ? "hit" : "hit|strike")} {string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => parts[random.Next(parts.Length)]))}\t{types[random.Next(types.Length)]}"));
            var entries = Codebook.Load(book.Path).Entries;

            var found = ShadowFinder.Find(entries).Shadows.Select(shadow => $"{shadow.Entry.Name} {shadow.Trigger} {shadow.IsCertain}").Order(StringComparer.Ordinal);

            Assert.True(Naive(entries).Order(StringComparer.Ordinal).SequenceEqual(found), $"seed {seed}, round {round}");
        }
    }

    private static IEnumerable<string> Naive(IReadOnlyList<CodebookEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var trigger in entry.Triggers)
            {
                var winners = entries.Where(other => Array.Exists(other.Triggers, shared => shared.ToString() == trigger.ToString()) && other.RankAt(trigger).IsBefore(entry.RankAt(trigger))
                    && other.Requirements.All(asked => entry.Requirements.Any(known => RequirementLogic.Implies(known, asked)))).ToArray();
                if (winners.Length > 0)
                    yield return $"{entry.Name} {trigger} {winners.Any(other => other.Type is null || entry.Type is null || other.Type == entry.Type || other.Specificity > entry.Specificity + EntryRank.Nearly)}";
            }
        }
    }

    private static string Compose(params string[] rows) => "# Checked: 2026-01-31.\n# operator\tinner\ttype\tmode\tcameo\tinner_status\tnote\n" + string.Concat(rows.Select(row => row + "\n"));

    private static IReadOnlyList<CodebookFinding> Findings(CodebookFolder book) => CodebookCheck.Find(Codebook.Load(book.Path), Lemmas.Value);

    private static string Said(CodebookFolder book, string where) => string.Join('\n', Findings(book).Where(finding => finding.Where == where).Select(finding => finding.Text));
}
