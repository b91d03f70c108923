using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("Norway and Iceland held talks.", "Norway and Iceland", "")]
    [InlineData("Norway and Iceland condemned Chad.", "Norway|Iceland", "Chad")]
    [InlineData("Kenya rejected the Somali government's request.", "Kenya", "the Somali government's request")]
    [InlineData("Kenya rejected demands by the Somali government.", "Kenya", "the Somali government")]
    [InlineData("Rebels killed at least 26 soldiers.", "Rebels", "at least 26 soldiers")]
    public void The_evidence_of_a_role_is_the_phrase_that_names_it(string sentence, string actor, string recipient)
    {
        var coded = Assert.Single(TestCoder.CodeSentence(sentence).Events);

        Assert.Equal(actor, string.Join('|', coded.Evidence.Actor.Select(span => sentence[span.Start..span.End])));
        Assert.Equal(recipient, string.Join('|', coded.Evidence.Recipient.Select(span => sentence[span.Start..span.End])));
    }
}
