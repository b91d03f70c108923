using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding.Tests;

public sealed class RecordWordsTests
{
    [Fact]
    public void Every_value_has_its_own_name_for_a_word()
    {
        Assert.Equal(Names<DateBasis>(), RecordWords.PublishedBasis);
        Assert.Equal(Names<EntityKind>(), RecordWords.EntityKind);
        Assert.Equal(Names<MentionForm>(), RecordWords.MentionForm);
        Assert.Equal(Names<DatePrecision>(), RecordWords.Precision);
        Assert.Equal(Names<Stance>(), RecordWords.Stance);
        Assert.Equal(Names<StatementKind>(), RecordWords.StatementKind);
        Assert.Equal(Names<TimeType>(), RecordWords.TimeType.Select(word => word.ToLowerInvariant()));
    }

    [Fact]
    public void Every_flag_of_status_has_its_own_name_for_a_word()
    {
        foreach (var status in Enum.GetValues<EventStatus>().Where(s => s != EventStatus.None))
            Assert.Equal(status.ToString().ToLowerInvariant(), RecordWords.List(status, "+"));
        Assert.Equal("future+negated", RecordWords.List(EventStatus.Future | EventStatus.Negated, "+"));
        Assert.Equal("", RecordWords.List(EventStatus.None, "+"));
    }

    /// <summary>The names in the order of the values, which must run from 0 without a gap.</summary>
    private static string[] Names<T>() where T : struct, Enum
    {
        Assert.Equal(Enumerable.Range(0, Enum.GetValues<T>().Length), Enum.GetValues<T>().Select(value => Convert.ToInt32(value, null)));
        return [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];
    }
}
