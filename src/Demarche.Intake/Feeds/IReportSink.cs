namespace Demarche.Intake.Feeds;

/// <summary>Takes what a watch finds: the seam between feeds and whatever keeps their reports.</summary>
public interface IReportSink
{
    /// <summary>Takes some reports for good.</summary>
    /// <remarks>
    /// What was accepted is not handed over again, so this returns only when the reports are safe: written to the disk, or
    /// committed. A crash between the two hands them over once more, under the same <see cref="RawReport.Id"/>, by which a
    /// sink, or whoever reads what it wrote, keeps one of each. Never called by two threads at a time.
    /// </remarks>
    /// <param name="reports">One to <see cref="FeedWatcher.MaxBatch"/>, each with an id; those that could not be read have <see cref="RawReport.Failed"/> set.</param>
    /// <exception cref="Exception">Whatever kept them from being safe; it ends the watch, and nothing counts as accepted.</exception>
    ValueTask Accept(IReadOnlyList<RawReport> reports, CancellationToken stop);
}
