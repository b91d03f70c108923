namespace Demarche.Intake.Files;

/// <summary>Finds the files of a folder that can be read, by their endings.</summary>
internal static class FolderFiles
{
    /// <returns>Files in ordinal order, those of a subfolder in its place; with an error, a folder that could not be listed.</returns>
    internal static IEnumerable<(string Path, string? Error)> Find(string folder, int mostLevels) => Find(folder, mostLevels, mostLevels);

    private static IEnumerable<(string Path, string? Error)> Find(string folder, int levels, int mostLevels)
    {
        var (entries, error) = List(folder);
        if (error is not null)
        {
            yield return (folder, error);
            yield break;
        }

        foreach (var (path, isFolder) in entries)
        {
            if (isFolder && levels <= 1)
            {
                yield return (path, IntakeWarnings.TooDeep(path, mostLevels));
            }
            else if (isFolder)
            {
                foreach (var found in Find(path, levels - 1, mostLevels))
                {
                    yield return found;
                }
            }
            else if (InputKinds.Of(path) != InputKind.Unknown)
            {
                yield return (path, null);
            }
        }
    }

    private static (List<(string Path, bool IsFolder)> Entries, string? Error) List(string folder)
    {
        var entries = new List<(string Path, bool IsFolder)>();
        try
        {
            foreach (var info in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                var isFolder = info.Attributes.HasFlag(FileAttributes.Directory);
                if (!isFolder || info.LinkTarget is null) // a linked folder could lead in a circle
                {
                    entries.Add((Path.Combine(folder, info.Name), isFolder));
                }
            }
        }
        catch (Exception problem) when (InputFault.Describe(problem, folder) is not null)
        {
            return ([], InputFault.Describe(problem, folder));
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return (entries, null);
    }
}
