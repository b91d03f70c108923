using System.IO.Compression;

namespace Demarche.Intake.Files;

/// <summary>Reads the WARC files inside a WACZ file (Web Archive Collection Zipped): a ZIP file with them in <c>archive/</c>.</summary>
internal static class WaczReports
{
    /// <param name="seekable">The file; standard input cannot be read so, since a ZIP file's list stands at its end.</param>
    /// <param name="mostEntries">How many files the ZIP file may list.</param>
    internal static IEnumerable<RawReport> Read(Stream seekable, string file, int mostEntries, int reportLimit, int ratio, WarcTally tally)
    {
        var (archive, error) = Open(seekable, file, mostEntries);
        if (archive is null)
        {
            yield return InputReader.Failure(file, error!);
            yield break;
        }

        using (archive)
        {
            var found = false;
            foreach (var entry in archive.Entries.Where(IsWarc).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                found = true;
                foreach (var report in ReadEntry(entry, $"{file}/{entry.FullName}", reportLimit, ratio, tally))
                {
                    yield return report;
                }
            }

            if (!found)
            {
                yield return InputReader.Failure(file, IntakeWarnings.NoWarcInZip(file));
            }
        }
    }

    private static bool IsWarc(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("archive/", StringComparison.Ordinal) && InputKinds.Of(entry.FullName) == InputKind.Warc;

    private static (ZipArchive? Archive, string? Error) Open(Stream seekable, string file, int mostEntries)
    {
        try
        {
            var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            var count = archive.Entries.Count;
            if (count <= mostEntries)
            {
                return (archive, null);
            }

            archive.Dispose();
            return (null, IntakeWarnings.TooManyEntries(file, count, mostEntries));
        }
        catch (InvalidDataException)
        {
            return (null, IntakeWarnings.DamagedZip(file));
        }
        catch (IOException problem)
        {
            return (null, IntakeWarnings.Unreadable(file, problem.Message));
        }
    }

    private static IEnumerable<RawReport> ReadEntry(ZipArchiveEntry entry, string where, int reportLimit, int ratio, WarcTally tally)
    {
        var (stream, error) = OpenEntry(entry, where, reportLimit, ratio);
        if (stream is null)
        {
            yield return InputReader.Failure(where, error!);
            yield break;
        }

        using (stream)
        {
            foreach (var report in WarcReports.Read(stream, where, reportLimit, ratio, tally))
            {
                yield return report;
            }
        }
    }

    private static (PeekStream? Stream, string? Error) OpenEntry(ZipArchiveEntry entry, string where, int reportLimit, int ratio)
    {
        try
        {
            return (new PeekStream(new UnpackGuard(entry.Open(), () => Math.Max(1, entry.CompressedLength), reportLimit, ratio)), null);
        }
        catch (InvalidDataException)
        {
            return (null, IntakeWarnings.DamagedZip(where));
        }
        catch (Exception problem) when (InputFault.Describe(problem, where) is { } message)
        {
            return (null, message);
        }
    }
}
