using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class HardNegativeTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Demarche.Coding.Tests", "cases", "hard-negatives.txt");

    /// <summary>Sentences of sport, business, weather, film and the like that use the words of conflict and diplomacy for something else.</summary>
    public static TheoryData<string> Sentences => [.. System.IO.File.ReadLines(File).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory, MemberData(nameof(Sentences))]
    public void What_only_sounds_like_an_event_is_none(string sentence)
    {
        var coded = TestCoder.CodeSentence(sentence);

        Assert.Equal("no event\n", CodingCase.Print(coded));
    }
}
