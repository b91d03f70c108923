namespace Demarche.Intake.Files;

/// <summary>What kept an input from being read, in words.</summary>
internal static class InputFault
{
    /// <returns>Null for faults of the program, which nobody should swallow.</returns>
    internal static string? Describe(Exception problem, string where) => problem switch
    {
        InvalidDataException => IntakeWarnings.DamagedPacking(where),
        UnauthorizedAccessException => IntakeWarnings.Denied(where),
        FileNotFoundException or DirectoryNotFoundException => IntakeWarnings.Missing(where),
        IOException => IntakeWarnings.Unreadable(where, problem.Message),
        _ => null,
    };
}
