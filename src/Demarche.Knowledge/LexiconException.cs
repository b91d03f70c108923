namespace Demarche.Knowledge;

/// <summary>A table of knowledge is wrong: loading stops, and the message says where and what to do.</summary>
/// <remarks>The message reads <c>offices.tsv(212,3): what was found, what was expected, what to do</c>.</remarks>
public sealed class LexiconException : Exception
{
    /// <param name="file">Name of the table; of a user's, with its folder.</param>
    /// <param name="line">From 1; 0 where the whole file is meant.</param>
    /// <param name="column">The field, from 1; 0 where the whole line is meant.</param>
    /// <param name="problem">A sentence that quotes what was found.</param>
    public LexiconException(string file, int line, int column, string problem)
        : base($"{Place(file, line, column)}: {problem}") =>
        (File, Line, Column) = (file, line, column);

    public string File { get; }

    /// <value>From 1; 0 where the whole file is meant.</value>
    public int Line { get; }

    /// <value>The field, from 1; 0 where the whole line is meant.</value>
    public int Column { get; }

    private static string Place(string file, int line, int column) => (line, column) switch
    {
        (0, _) => file,
        (_, 0) => $"{file}({line})",
        _ => $"{file}({line},{column})",
    };
}
