namespace Demarche.Text.Conllu;

/// <summary>The input is not CoNLL-U. The message names the line and what was expected.</summary>
public sealed class ConlluException : Exception
{
    public ConlluException()
    {
    }

    public ConlluException(string message) : base(message)
    {
    }

    public ConlluException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal ConlluException(int line, string complaint) : base($"Line {line} is not CoNLL-U: {complaint}")
    {
    }
}
