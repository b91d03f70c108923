using System.Globalization;
using Demarche.Coding;

namespace Demarche.Cli;

/// <summary>Notes how new the reports of a run are beside the tables of office holders. Shared between threads.</summary>
/// <param name="checkedUntil">The day up to which the tables were checked.</param>
internal sealed class KnowledgeAge(DateOnly checkedUntil)
{
    /// <summary>How many days a report may be newer than the tables without a word: 60. In two months, few offices change hands.</summary>
    internal const int QuietDays = 60;

    private int _newest;

    internal CodedReport Note(CodedReport record)
    {
        var day = record.Report.PublishedDay?.DayNumber ?? 0;
        for (var newest = Volatile.Read(ref _newest); day > newest; newest = Volatile.Read(ref _newest))
            Interlocked.CompareExchange(ref _newest, day, newest);
        return record;
    }

    /// <summary>What to tell at the end of the run; null where no report is much newer than the tables.</summary>
    internal string? Warning()
    {
        var days = _newest - checkedUntil.DayNumber;
        return days <= QuietDays ? null : string.Create(CultureInfo.InvariantCulture,
            $"the newest report is of {DateOnly.FromDayNumber(_newest):yyyy-MM-dd}, {days:N0} days after the tables of office holders were checked ({checkedUntil:yyyy-MM-dd}); whoever took office since is unknown to them. Add these with --knowledge (docs/lexicons.md), or get a newer Demarche.");
    }
}
