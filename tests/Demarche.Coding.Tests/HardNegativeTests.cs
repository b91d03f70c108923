using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class HardNegativeTests
{
    private static readonly string Cases = Path.Combine(Repository.Root, "tests", "Demarche.Coding.Tests", "cases");

    /// <summary>Sentences of sport, business, weather, film and the like that use the words of conflict and diplomacy for something else, and must hold.</summary>
    public static TheoryData<string> Sentences =>
        [.. Read("hard-negatives.txt"), .. Sets.SelectMany(set => Read($"hard-negatives/{set}")).Where(line => line[0] != '?')];

    private static readonly string[] Sets = ["set-a.txt", "set-b.txt", "set-c.txt", "set-d.txt", "set-e.txt"];

    /// <summary>Each set, its size, and how many of it may yield an event: the number that did when the codebook was last mended by it.</summary>
    public static TheoryData<string, int, int> Shares => new() { { "set-a.txt", 300, 9 }, { "set-b.txt", 200, 3 }, { "set-c.txt", 200, 3 }, { "set-d.txt", 200, 3 }, { "set-e.txt", 300, 9 } };

    [Theory, MemberData(nameof(Sentences))]
    public void What_only_sounds_like_an_event_is_none(string sentence)
    {
        var coded = TestCoder.CodeSentence(sentence);

        Assert.Equal("no event\n", CodingCase.Print(coded));
    }

    [Theory, MemberData(nameof(Shares))]
    public void Few_sentences_of_a_set_yield_an_event(string file, int size, int allowed)
    {
        var sentences = Read($"hard-negatives/{file}").Select(line => line.TrimStart('?', ' ')).ToArray();

        var fired = sentences.Where(sentence => TestCoder.CodeSentence(sentence).Events.Count > 0).ToArray();

        Assert.Equal(size, sentences.Length);
        Assert.True(fired.Length <= allowed, $"{fired.Length} of {size} yield an event, {allowed} may:\n{string.Join('\n', fired)}");
    }

    private static IEnumerable<string> Read(string file) => File.ReadLines(Path.Combine(Cases, file)).Where(line => line.Length > 0 && line[0] != '#');
}
