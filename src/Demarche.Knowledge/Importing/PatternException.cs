namespace Demarche.Knowledge.Importing;

/// <summary>A pattern of PETRARCH that our pattern language cannot say; the message is the reason.</summary>
internal sealed class PatternException(string message) : Exception(message);
