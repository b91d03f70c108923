using System.Diagnostics;

namespace Demarche.Cli.Tests;

/// <summary>What tests need that send signals to the program.</summary>
internal static class Signals
{
    /// <summary>Waits until a running program has done something.</summary>
    internal static void WaitFor(Func<bool> condition, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(process.HasExited, $"ended early: {(process.HasExited ? process.StandardError.ReadToEnd() : "")}");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "nothing happened for a minute");
            Thread.Yield();
        }
    }

    /// <summary>Children inherit what their parent ignores; SIGINT is bit 1 of the mask.</summary>
    internal static bool InterruptsAreIgnored() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask[7..].Trim(), 16) & 2) != 0;
}
