using System.Text;
using System.Text.Json;

namespace Demarche.Cli.Tests;

public sealed class ParseCommandTests
{
    private static readonly string Tokenised = string.Join(
        '\n',
        "# sent_id = s1",
        "1\tLavrov\t_\t_\t_\t_\t_\t_\t_\t_",
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
        "2\tdid\t_\t_\t_\t_\t_\t_\t_\t_",
        "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_",
        "4\tmeet\t_\t_\t_\t_\t_\t_\t_\t_",
        "5\tKono\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|Kept=Yes",
        "6\t.\t_\t_\t_\t_\t_\t_\t_\t_",
        "",
        "");

    [Fact]
    public void Raw_text_gives_conllu()
    {
        var outcome = Command.Run(new Setting { Input = Encoding.UTF8.GetBytes(Sample.Meeting) }, "parse", "-", "--format", "conllu");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        var words = Words(outcome.Output);
        Assert.Equal("Russian Foreign Minister Sergey Lavrov met his Japanese counterpart Taro Kono in Moscow on Friday .", string.Join(' ', words.Select(w => w[1])));
        Assert.Single(words, word => word[6] == "0" && word[7] == "root");
    }

    [Fact]
    public void Given_words_and_all_that_stands_beside_them_are_kept()
    {
        var outcome = Command.Run(new Setting { Input = Encoding.UTF8.GetBytes(Tokenised) }, "parse", "-", "--format", "conllu", "--pretokenized");

        Assert.Equal((ExitStatus.Done, ""), (outcome.Status, outcome.Error));
        var (given, got) = (Tokenised.Split('\n'), outcome.Output.Split('\n'));
        Assert.Equal(given.Select(line => string.Join(' ', line.Split('\t').Take(2))), got.Select(line => string.Join(' ', line.Split('\t').Take(2))));
        Assert.Contains("Kept=Yes", outcome.Output, StringComparison.Ordinal);
        Assert.All(Words(outcome.Output), word => Assert.DoesNotContain("_", new[] { word[2], word[3], word[4], word[6], word[7] }));
    }

    [Fact]
    public void Given_sentences_keep_their_order_for_any_number_of_threads()
    {
        var input = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => Tokenised.Replace("s1", $"s{i}", StringComparison.Ordinal))));

        var one = Command.Run(new Setting { Input = input }, "parse", "-", "--pretokenized", "--threads", "1").Output;

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"# sent_id = s{i}"), one.Split('\n').Where(line => line.StartsWith("# sent_id", StringComparison.Ordinal)));
        Assert.Equal(one, Command.Run(new Setting { Input = input }, "parse", "-", "--pretokenized", "--threads", "5").Output);
    }

    [Fact]
    public void Input_that_is_no_conllu_is_named_with_its_line()
    {
        var outcome = Command.Run(new Setting { Input = "# one\n1\tonly two\n"u8.ToArray() }, "parse", "-", "--pretokenized");

        Assert.Equal(ExitStatus.SomeUnread, outcome.Status);
        Assert.StartsWith("demarche: Line 2 ", outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_page_is_reduced_to_its_text()
    {
        using var folder = new Folder();

        var rows = Command.Run("parse", folder.Add("kono.html", Sample.Page)).Output;

        Assert.Contains(Words(rows), word => word[1] == "counterpart");
        Assert.DoesNotContain(Words(rows), word => word[1].Contains('<', StringComparison.Ordinal) || word[1] == "newsletter");
    }

    [Fact]
    public void A_line_of_json_gives_the_places_of_words_and_names_in_code_points()
    {
        const string Text = "😀 Lavrov met Kono in Moscow.";

        var output = Command.Run(new Setting { Input = Encoding.UTF8.GetBytes(Text) }, "parse", "-", "--format", "json").Output;

        var sentence = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        var runes = Text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        Assert.All(sentence.GetProperty("tokens").EnumerateArray(), token => Assert.Equal(token.GetProperty("form").GetString(), Slice(token)));
        Assert.Contains(sentence.GetProperty("names").EnumerateArray(), name => Slice(name) == "Moscow" && name.GetProperty("kind").GetString() == "place");

        string Slice(JsonElement element) => string.Concat(runes[element.GetProperty("start").GetInt32()..element.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void A_tree_shows_every_word()
    {
        var tree = Command.Run(new Setting { Input = Encoding.UTF8.GetBytes(Sample.Meeting) }, "parse", "-", "--format", "tree").Output;

        Assert.All(Sample.Meeting.TrimEnd('.').Split(' '), word => Assert.Contains(word, tree, StringComparison.Ordinal));
    }

    private static string[][] Words(string conllu) =>
        [.. conllu.Split('\n').Select(line => line.Split('\t')).Where(cells => cells.Length == 10 && int.TryParse(cells[0], out _))];
}
