namespace Demarche.Text.Tokens;

/// <summary>A file of language data, or a language model, says something that cannot be read.</summary>
/// <remarks>The message names the file, the line, the column, what was found and what was expected.</remarks>
public sealed class LanguageDataException : Exception
{
    public LanguageDataException()
    {
    }

    public LanguageDataException(string message) : base(message)
    {
    }

    public LanguageDataException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal LanguageDataException(string file, int line, int column, string complaint)
        : base($"{file}({line},{column}): {complaint}")
    {
    }
}
