using Demarche.Knowledge;
using Demarche.Testing;

namespace Demarche.Coding.Tests.Ranking;

public sealed class ExampleTests : IDisposable
{
    private static readonly Codebook Plover = Codebook.Load(Path.Combine(Repository.Data, "codebook", "plover"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Events_of_a_sentence_follow_it_and_spans_are_whole_words()
    {
        _folder.Write("a.tsv", "# a table\nIran and Iraqi envoys met after Iraq protested.\tmet\tCONSULT\t\t\tIran + Iraqi envoys\t\t\n\tprotested\tACCUSE\tdisapprove\thistorical|negated\tIraq\t\t\nIt rained.\t\t-\t\t\t\t\t\n");

        var examples = Example.Read(_folder.Root, Plover);

        Assert.Equal([2, 0], examples.Select(example => example.Events.Count));
        Assert.Equal(["Iran", "Iraqi envoys"], examples[0].Events[0].Actor.Select(party => examples[0].Text[party.Span.Start..party.Span.End]));
        Assert.Equal(examples[0].Text.LastIndexOf("Iraq ", StringComparison.Ordinal), examples[0].Events[1].Actor[0].Span.Start);
        Assert.Equal(EventStatus.Historical | EventStatus.Negated, examples[0].Events[1].Status);
    }

    [Fact]
    public void Parties_of_a_passage_stand_in_the_paragraph_of_their_event_and_may_say_whom_they_mean()
    {
        _folder.Write("a.tsv", "He left. ¶ He met Berg and they signed.\tmet\tCONSULT\t\t\tHe=Aaltonen\tBerg\t\n\tsigned\tAGREE\t\t\tthey=Aaltonen|Berg\t\t\n");

        var example = Assert.Single(Example.Read(_folder.Root, Plover));

        Assert.Equal("He left.\n\nHe met Berg and they signed.", example.Text);
        Assert.Equal(example.Text.LastIndexOf("He", StringComparison.Ordinal), example.Events[0].Actor[0].Span.Start);
        Assert.Equal(["Aaltonen", "Berg"], example.Events[1].Actor[0].Meant);
    }

    [Theory]
    [InlineData("Talks.\ttalks\tCONSULT", "a.tsv(1,3): the row has 3 columns and should have 8: text, trigger, type, mode, status, actor, recipient, third.")]
    [InlineData("\tmet\tCONSULT\t\t\tIran\t\t", "a.tsv(1,1): the first row needs a sentence; rows without one belong to the sentence above.")]
    [InlineData("Iran met Iraq.\tmet\tTALK\t\t\tIran\t\t", "a.tsv(1,3): 'TALK' is no type of the codebook; write - where the sentence tells no event.")]
    [InlineData("Iran met Iraq.\tmet\tCONSULT\t\t\tIran\tSyria\t", "a.tsv(1,7): the words 'Syria' do not stand in the sentence 'Iran met Iraq.'.")]
    [InlineData("Iran met Iraq.\tmet\tCONSULT\t\tdone\tIran\t\t", "a.tsv(1,5): 'done' is no status; there are future, hypothetical, negated and historical, joined by |.")]
    [InlineData("Iran met Iraq.\t\tCONSULT\t\t\tIran\t\t", "a.tsv(1,2): the words '' do not stand in the sentence 'Iran met Iraq.'.")]
    public void A_wrong_row_is_named_with_its_place(string row, string message)
    {
        _folder.Write("a.tsv", row + "\n");

        Assert.EndsWith(message, Assert.Throws<LexiconException>(() => Example.Read(_folder.Root, Plover)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_tables_is_named() =>
        Assert.Equal($"{_folder.Root}: the folder holds no table of examples (*.tsv).", Assert.Throws<LexiconException>(() => Example.Read(_folder.Root, Plover)).Message);

    [Fact]
    public void The_examples_that_ship_are_many_and_of_all_types()
    {
        var folder = Path.Combine(Repository.Data, "examples");
        var examples = Example.Read(folder, Plover).Concat(Example.Read(Path.Combine(folder, RankerTraining.HeldOutFolder), Plover)).ToList();

        Assert.True(examples.Count >= 6000);
        Assert.Equal(examples.Count, examples.DistinctBy(example => example.Text).Count());
        Assert.All(Plover.Types.Keys, type => Assert.True(examples.Sum(example => example.Events.Count(told => told.Type == type)) >= 350, type));
        Assert.True(examples.Count(example => example.Events.Count == 0) >= 1000);
    }
}
