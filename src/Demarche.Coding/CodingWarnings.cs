namespace Demarche.Coding;

/// <summary>Every warning that coding can add to a record; intake has its own.</summary>
internal static class CodingWarnings
{
    internal static string UndatedExpression(string expression) =>
        $"'{expression}' could not be dated because the report has no publication date; add it, and the words can be dated.";
}
