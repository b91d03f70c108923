namespace Demarche.Coding;

/// <summary>A line is no coded record, or one of another schema; the message names the field, what was found and what was expected.</summary>
public sealed class RecordException : Exception
{
    public RecordException() { }

    public RecordException(string message) : base(message) { }

    public RecordException(string message, Exception innerException) : base(message, innerException) { }
}
