using System.Globalization;
using Demarche.Intake.Files;

namespace Demarche.Intake;

/// <summary>What tells whether an input is still the one that it was, without reading it.</summary>
/// <param name="Files">How many files there are.</param>
/// <param name="Bytes">Their sizes, added up.</param>
/// <param name="Hash">Of all paths, sizes and times of the last change, the same on every machine.</param>
public readonly record struct InputState(int Files, long Bytes, ulong Hash)
{
    internal InputState With(string path)
    {
        var info = new FileInfo(path);
        return info.Exists
            ? new(Files + 1, Bytes + info.Length, Add(string.Create(CultureInfo.InvariantCulture, $"{path}\n{info.Length}\n{info.LastWriteTimeUtc.Ticks}\n")))
            : this with { Hash = Add($"{path}\n") };
    }

    private ulong Add(string text) => StableHash.Add(Hash, text);
}
