using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>Sentences that nobody writes are coded like others: no stack overflows, no search runs away.</summary>
public sealed class LongSentenceTests
{
    // Against a hang alone; each takes a second or two.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Three_hundred_verbs_of_one_subject_yield_an_event_each_at_most()
    {
        string[] verbs = ["attacked", "bombed", "accused", "met", "visited", "condemned", "praised", "sanctioned", "expelled", "arrested", "warned", "urged", "threatened", "helped", "armed"];
        string[] states = ["Ukraine", "France", "Iran", "Israel", "Turkey", "Greece", "China"];
        var doings = string.Join(", ", Enumerable.Range(0, 299).Select(i => $"{verbs[i % verbs.Length]} {states[i % states.Length]}"));

        var record = await Guarded(() => TestCoder.CodeSentence($"Russia {doings} and shelled Georgia."));

        // A parser loses its way among so many; what it finds must be whole events.
        Assert.InRange(record.Events.Count, 30, 300);
        Assert.Equal(record.Events.Count, record.Events.Select(coded => coded.Evidence.Trigger).Distinct().Count());
        Assert.All(record.Events, coded => Assert.True(coded.Actor.Count + coded.Recipient.Count > 0, coded.Id));
    }

    [Fact]
    public async Task Operators_in_each_other_a_hundred_deep_leave_what_was_agreed()
    {
        var record = await Guarded(() => TestCoder.CodeSentence($"Russia agreed {string.Concat(Enumerable.Repeat("to agree ", 99))}to attack Ukraine."));

        Assert.InRange(record.Events.Count, 1, 3);
        Assert.Contains(record.Events, coded => coded.Type == "AGREE");
        Assert.All(record.Events, coded => Assert.Equal("Russia", Names(record, coded.Actor)));
        Assert.All(record.Events.Where(coded => coded.Type != "AGREE"), coded => Assert.Equal(("ASSAULT", EventStatus.Future), (coded.Type, coded.Status)));
    }

    [Fact]
    public async Task Reports_of_reports_a_hundred_deep_end_in_the_one_event_that_they_tell()
    {
        var record = await Guarded(() => TestCoder.CodeSentence($"Russia said {string.Concat(Enumerable.Repeat("that France said ", 100))}that Iran attacked Israel."));

        var attack = Assert.Single(record.Events);
        Assert.Equal(("ASSAULT", "Israel"), (attack.Type, Names(record, attack.Recipient)));
    }

    private static string Names(CodedReport record, IEnumerable<string> ids) => string.Join(' ', ids.Select(id => record.Entities.Single(entity => entity.Id == id).Name));

    private static Task<T> Guarded<T>(Func<T> work) => Task.Run(work).WaitAsync(Patience, TestContext.Current.CancellationToken);
}
