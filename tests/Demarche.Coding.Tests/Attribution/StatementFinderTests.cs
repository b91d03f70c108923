using Demarche.Testing;

namespace Demarche.Coding.Tests;

public sealed class StatementFinderTests
{
    [Theory]
    [InlineData("Russia said that Japan had violated the treaty.", "Japan had violated the treaty", "said", StatementKind.Indirect)]
    [InlineData("Japan violated the treaty, the Russian foreign ministry said.", "Japan violated the treaty", "said", StatementKind.Indirect)]
    [InlineData("According to Russia, Japan violated the treaty.", "Japan violated the treaty", "According to", StatementKind.Indirect)]
    [InlineData("“Japan violated the treaty,” Sergey Lavrov said.", "Japan violated the treaty", "said", StatementKind.Direct)]
    public void What_is_said_and_its_cue_are_found(string text, string content, string cue, StatementKind kind)
    {
        var coded = TestCoder.Code(text);

        var statement = Assert.Single(coded.Statements);
        Assert.Equal((content, cue, kind), (text[statement.Span.Start..statement.Span.End].Trim('“', '”', ','), statement.CueText, statement.Kind));
        Assert.Equal("RUS", coded.Entities.Single(entity => entity.Id == statement.Speaker).Country);
    }

    [Fact]
    public void Speech_within_speech_gives_a_chain_nearest_first()
    {
        var coded = TestCoder.Code("The Russian foreign ministry said that Tokyo claimed that Beijing had attacked Taiwan.");

        var attack = Assert.Single(coded.Events, found => found.Type == "ASSAULT");
        Assert.Equal(["claimed", "said"], attack.Attribution.Select(told => told.Cue));
    }

    [Fact]
    public void A_denied_event_is_negated_and_its_claim_says_who_denies()
    {
        var coded = TestCoder.Code("Russia denied that it had attacked Georgia.");

        var attack = Assert.Single(coded.Events, found => found.Type == "ASSAULT");
        Assert.True(attack.Status.HasFlag(EventStatus.Negated));
        Assert.Equal(Stance.Denies, Assert.Single(coded.Claims, claim => claim.Event == attack.Id).Stance);
    }

    [Fact]
    public void We_in_a_quotation_is_who_speaks()
    {
        var coded = TestCoder.Code("“We condemn North Korea,” Taro Kono said.", "2017-11-24");

        var accused = Assert.Single(coded.Events, found => found.Type == "ACCUSE");
        Assert.Equal("JPN", coded.Entities.Single(entity => entity.Id == accused.Actor[0]).Country);
    }
}
