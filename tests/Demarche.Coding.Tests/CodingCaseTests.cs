using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class CodingCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Demarche.Coding.Tests", "cases");

    public static TheoryData<string> Titles => [.. CodingCase.ReadAll(Folder).Select(theCase => theCase.ToString())];

    [Theory, MemberData(nameof(Titles))]
    public void The_sentence_is_coded_as_its_case_says(string title)
    {
        var theCase = CodingCase.ReadAll(Folder).Single(one => one.ToString() == title);

        var coded = theCase.Sentence.Contains(". ", StringComparison.Ordinal) ? TestCoder.Code(theCase.Sentence) : TestCoder.CodeSentence(theCase.Sentence);

        Assert.Equal(theCase.Expected, CodingCase.Print(coded));
    }
}
