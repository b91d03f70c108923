namespace Demarche.Knowledge.Importing;

/// <summary>A code of a dictionary and the days on which it holds.</summary>
/// <param name="Code">As it stands there, without its tilde: <c>USAGOV</c>.</param>
/// <param name="Start">First day; null: always.</param>
/// <param name="End">Last day; null: still.</param>
internal sealed record PetrarchCode(string Code, DateOnly? Start, DateOnly? End, int Line);

/// <summary>An actor: all that it is called, and its codes in the order of the dictionary.</summary>
internal sealed class PetrarchActor(string file, int line, string name)
{
    internal string File { get; } = file;

    internal int Line { get; } = line;

    /// <value>Words parted by single spaces, in the case of the dictionary; the main name first.</value>
    internal List<string> Names { get; } = [name];

    internal List<PetrarchCode> Codes { get; } = [];

    /// <value>Whether a code was left out because its days make no sense.</value>
    internal bool HasWrongCode { get; set; }
}

/// <summary>An agent: a common noun, and the code that it adds to its state's.</summary>
internal sealed record PetrarchAgent(string File, int Line, string Noun, string? Plural, PetrarchCode Code);
