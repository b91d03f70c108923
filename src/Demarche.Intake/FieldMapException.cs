namespace Demarche.Intake;

/// <summary>A column was mapped that a table does not have.</summary>
/// <param name="message">Names the table, the column and the columns that there are.</param>
public sealed class FieldMapException(string message) : Exception(message);
