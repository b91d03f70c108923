namespace Demarche.Intake;

/// <summary>A file under <c>data/intake</c> is missing or wrong; the message names file, line, column and what was expected.</summary>
public sealed class IntakeDataException : Exception
{
    public IntakeDataException()
    {
    }

    public IntakeDataException(string message) : base(message)
    {
    }

    public IntakeDataException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
