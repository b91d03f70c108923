using Demarche.Knowledge.Tests.Tables;
using Demarche.Testing;
using Demarche.Text.Lemmas;

namespace Demarche.Knowledge.Tests.Importing;

public sealed class PetrarchVerbImporterTests
{
    private static readonly Lazy<Lemmatizer> Lemmas = new(() => Lemmatizer.Load(Path.Combine(Repository.Models, Lemmatizer.FileName)));

    [Fact]
    public void Sets_become_classes_verbs_and_patterns_entries()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            <!-- made for a test,
            on two lines -->
            &WEAPON
            +ROCKETS
            +CAR_BOMB_   # two words

            --- SLAY [190] ---
            KILL {KILLS KILLED KILLING } [1823]
            SLAY {SLAYS SLEW SLAIN }
            - * + WITH &WEAPON [195] # how
            - * TIME [---]
            """);

        Assert.Empty(result.Faults);
        Assert.Equal([("entries/petrarch.tsv", 4), ("classes-petrarch.tsv", 1)], result.Rows);
        Assert.Equal("weapon\tcar bomb|rocket|rockets", Rows(work, "classes-petrarch.tsv")[0]);
        Assert.Equal(
            [
                "kill-8 · V:kill · ASSAULT ·  · 1823 ·  · ",
                "slay-9 · V:slay · ASSAULT ·  · 190 ·  · ",
                "kill-10 · V:kill|slay obj with=@weapon · ASSAULT · heavy-weapons · 195 ·  · obj",
                "kill-11 · V:kill|slay obj=time · - ·  ·  ·  · ",
            ], Entries(work));
        Assert.Equal(["-\tverbs.txt(8): KILL [1823]", "-\tverbs.txt(9): SLAY [190]", "-\tverbs.txt(10): - * + WITH &WEAPON [195]", "-\tverbs.txt(11): - * TIME [---]"],
            Rows(work, "entries/petrarch.tsv").Select(row => string.Join('\t', row.Split('\t')[10..])));
    }

    [Fact]
    public void A_line_that_is_longer_than_a_reason_may_be_is_cut()
    {
        using var work = new TableFolder();

        Import(work, $"--- MEET [040] ---\nMEET\n- * {{{string.Join(" | ", Enumerable.Repeat("ENVOY", 40))}}} [040]\n");

        var reason = Rows(work, "entries/petrarch.tsv")[^1].Split('\t')[11];
        Assert.Equal(90, reason.Length);
        Assert.StartsWith("verbs.txt(3): - * {ENVOY | ENVOY", reason, StringComparison.Ordinal);
        Assert.EndsWith("…", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- $ * WITH + [040]", "V:meet with", "", "with")]
    [InlineData("- % * [040]", "V:meet subj=#several", "", "with")]
    [InlineData("- + WAS * BY $ [040]", "V:meet", "", "obj")]
    [InlineData("- + * FROM $ [040]", "V:meet from", "from", "subj")]
    [InlineData("- &PACT * [040]", "V:meet subj=@pact", "", "")]
    [InlineData("- &PACT WITH + * [040]", "V:meet subj=@pact", "", "subj.with")]
    [InlineData("- IN &PACT $ * [040]", "V:meet in=@pact", "", "")]
    [InlineData("- * {SOLDIERS | &PACT} OF + [040]", "V:meet obj=soldiers|soldier|@pact of", "", "of")]
    [InlineData("- * (THE FOREIGN_MINISTER) [040]", "V:meet obj=foreign_minister", "", "")]
    [InlineData("- * PRIME MINISTERS OF + [040]", "V:meet obj=prime_ministers|prime_minister of", "", "of")]
    [InlineData("- * {IN &PACT} [040]", "V:meet in=@pact", "", "")]
    [InlineData("- * {FOR | ON} TRUCE [040]", "V:meet for/on=truce", "", "")]
    [InlineData("- * TO SIGN + [040]", "V:meet to/xcomp=sign", "", "comp.obj|against|on|at|with|to|for|from|in|of|obj.of")]
    [InlineData("- * TO TALKS WITH + [040]", "V:meet to/xcomp=talks|talk", "", "with|to.with|xcomp.with")]
    [InlineData("- * + TROOPS [040]", "V:meet obj=troops|troop", "", "iobj|obj")]
    [InlineData("- * UP AGAINST + [040]", "V:meet prt=up against", "", "against")]
    [InlineData("- * FROM [040]", "V:meet from", "", "from|obj|against|on|at|with|to|for")]
    [InlineData("- * + [:040]", "V:meet obj", "obj", "subj")]
    public void A_pattern_says_what_must_stand_there_and_who_the_parties_are(string line, string pattern, string actor, string recipient)
    {
        using var work = new TableFolder();

        var result = Import(work, $"&PACT\n+TREATY\n--- MEET [---] ---\nMEET\n{line}\n");

        Assert.Empty(result.Faults);
        Assert.Equal($"meet-5 · {pattern} · CONSULT ·  · 040 · {actor} · {recipient}", Entries(work)[^1]);
    }

    [Fact]
    public void Alternatives_of_several_kinds_and_particles_become_rows_of_their_own()
    {
        using var work = new TableFolder();

        var result = Import(work, "--- AGREE [030] ---\nCROSS_+SHOOT\nSIGN_OFF\n- * {TO TALKS | ON TRUCE} [046]\n");

        Assert.Empty(result.Faults);
        Assert.Equal(
            [
                "shoot-2 · V:cross shoot", "sign-3 · V:sign prt=off", "sign-3-2 · V:sign off", "shoot-4 · V:cross shoot to/xcomp=talks|talk", "shoot-4-2 · V:cross shoot on=truce",
                "sign-4 · V:sign prt=off to/xcomp=talks|talk", "sign-4-2 · V:sign off to/xcomp=talks|talk", "sign-4-3 · V:sign prt=off on=truce", "sign-4-4 · V:sign off on=truce",
            ], Entries(work).Select(row => string.Join(" · ", row.Split(" · ")[..2])));
    }

    [Fact]
    public void Without_headings_each_verb_has_the_patterns_below_it()
    {
        using var work = new TableFolder();

        var result = Import(work, "MEET [040]\n- * WITH + [046]\nTALK [030]\n");

        Assert.Empty(result.Faults);
        Assert.Equal(["meet-1 · V:meet · CONSULT ·  · 040 ·  · ", "meet-2 · V:meet with · CONSULT ·  · 046 ·  · with", "talk-3 · V:talk · AGREE ·  · 030 ·  · "], Entries(work));
    }

    [Fact]
    public void Lines_that_cannot_be_turned_over_are_listed()
    {
        using var work = new TableFolder();

        var result = Import(work,
            """
            - * EARLY [040]
            &EMPTY
            &ARMS
            +WEAPONS_OF_MASS_DESTRUCTION
            +GUN
            &ARMS
            --- MEET [040] ---
            MEET {MET } [042:043]
            M33T
            - * &NOTHING
            - * &EMPTY
            - * NOT +
            - * ^ +
            - * &ARMS TALKS
            - * GREAT BIG TALKS
            - * WITH + [099]
            - TALKS WITH ENVOYS *
            - * + AND +
            - $ + *
            - + + *
            - $ % *
            - * {TALKS
            - TALKS
            - * GUN [###]
            ~ a (a b Q) SAY = a b 112
            &ARMS [190]
            """);

        Assert.Equal(
            """
            (1): '- * EARLY [040]' stands before any verb; move it below the one that it belongs to.
            (2): '&EMPTY' has no words that a pattern could find; add some on lines that begin with '+'.
            (4): 'WEAPONS_OF_MASS_DESTRUCTION' cannot be said in our patterns: 'WEAPONS_OF_MASS_DESTRUCTION' has more words than the 2 of a phrase that a pattern sees; see docs/codebook.md, "Pattern".
            (6): '&ARMS' is defined already at FILE(3), which holds; give this one another name.
            (8): '042:043' codes the event from both sides; it is coded once here, and '043' was left out.
            (9): 'M33T' is neither a verb, a pattern nor a set; write verbs as KILL {KILLS KILLED KILLING} [190].
            (10): '- * &NOTHING' cannot be said in our patterns: the set '&NOTHING' is not defined in these files, or is empty; define it by a line '&NOTHING' and its words on lines that begin with '+'; see docs/codebook.md, "Pattern".
            (11): '- * &EMPTY' cannot be said in our patterns: the set '&EMPTY' is not defined in these files, or is empty; define it by a line '&EMPTY' and its words on lines that begin with '+'; see docs/codebook.md, "Pattern".
            (12): '- * NOT +' cannot be said in our patterns: 'NOT' is grammar that the coder reads by itself (negation, tense, clauses); see docs/codebook.md, "Pattern".
            (13): '- * ^ +' cannot be said in our patterns: '^' skips a clause, which a pattern cannot; see docs/codebook.md, "Pattern".
            (14): '- * &ARMS TALKS' cannot be said in our patterns: '&ARMS' and 'TALKS' stand in one phrase, of which a pattern sees the head alone when a set or alternatives are in it; see docs/codebook.md, "Pattern".
            (15): '- * GREAT BIG TALKS' cannot be said in our patterns: 'GREAT_BIG_TALKS' has more words than the 2 of a phrase that a pattern sees; see docs/codebook.md, "Pattern".
            (16): '099' is no CAMEO code of crosswalk.tsv; correct it, or add it there.
            (17): '- TALKS WITH ENVOYS *' cannot be said in our patterns: 'ENVOYS' stands in a prepositional phrase of the subject, which a pattern cannot ask for; see docs/codebook.md, "Pattern".
            (18): '- * + AND +' cannot be said in our patterns: 'AND' is grammar that the coder reads by itself (negation, tense, clauses); see docs/codebook.md, "Pattern".
            (19): '- $ + *' cannot be said in our patterns: '$' and '+' stand in one place; see docs/codebook.md, "Pattern".
            (20): '- + + *' cannot be said in our patterns: '+' stands twice; see docs/codebook.md, "Pattern".
            (21): '- $ % *' cannot be said in our patterns: '%' stands beside another mark or inside a phrase; see docs/codebook.md, "Pattern".
            (22): '- * {TALKS' cannot be said in our patterns: '{' has no counterpart, or nothing beside it; see docs/codebook.md, "Pattern".
            (23): '- TALKS' cannot be said in our patterns: exactly one '*' must stand for the verb; see docs/codebook.md, "Pattern".
            (24): '###' is no CAMEO code of crosswalk.tsv; correct it, or add it there.
            (25): '~ a (a b Q) SAY = a b 112' rewrites events that were coded, which a codebook does otherwise; see docs/codebook.md, "Operators".
            (26): '&ARMS [190]' uses a set as verbs; write its verbs on lines of their own.
            """,
            string.Join('\n', result.Faults.Select(fault => fault.ToString()[(work.Path.Length + "/verbs.txt".Length)..].Replace(work.Path + "/verbs.txt", "FILE", StringComparison.Ordinal))));
        Assert.Equal(["meet-8 · V:meet · CONSULT · visit · 042 ·  · "], Entries(work));
    }

    [Fact]
    public void A_dictionary_of_verbs_is_told_from_one_of_actors()
    {
        using var work = new TableFolder();
        work.Write("a.txt", "NORWAY [NOR]\n+NORGE\n- * [190]\n");
        work.Write("b.txt", "MEET [040]\nTALK [040]\n");
        work.Write("c.txt", "# sets only\n&ARMS\n+GUN\n");

        Assert.Equal([false, true, true], new[] { "a.txt", "b.txt", "c.txt" }.Select(file => PetrarchVerbImporter.Reads(Path.Combine(work.Path, file))));
    }

    private static ImportResult Import(TableFolder work, string dictionary)
    {
        work.Write("verbs.txt", dictionary);
        return PetrarchVerbImporter.Import([Path.Combine(work.Path, "verbs.txt")], Path.Combine(Repository.Data, "codebook", "plover"), Lemmas.Value, Path.Combine(work.Path, "out"));
    }

    private static string[] Rows(TableFolder work, string table) =>
        [.. File.ReadAllLines(Path.Combine(work.Path, "out", table)).Where(line => line[0] != '#')];

    // Name, pattern, type, mode, CAMEO, actor, recipient.
    private static string[] Entries(TableFolder work) =>
        [.. Rows(work, "entries/petrarch.tsv").Select(row => string.Join(" · ", row.Split('\t')[..7]))];
}
