using Demarche.Intake;
using Demarche.Knowledge;
using Demarche.Text.Tokens;

namespace Demarche.Cli;

/// <summary>Tells the faults of Demarche's own files from faults of its code.</summary>
internal static class DataFault
{
    /// <returns>One line for the user; null when the exception is none of that kind.</returns>
    internal static string? Describe(Exception error) => error switch
    {
        AggregateException { InnerException: { } inner } => Describe(inner),
        LexiconException or LanguageDataException or IntakeDataException => error.Message,
        FileNotFoundException or DirectoryNotFoundException or InvalidDataException or UnauthorizedAccessException => error.Message,
        _ => null,
    };
}
