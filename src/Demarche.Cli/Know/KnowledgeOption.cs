using System.CommandLine;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>--knowledge</c>: a user's own tables, on top of those that ship.</summary>
internal sealed class KnowledgeOption : Option<string?>
{
    internal KnowledgeOption() : base("--knowledge")
    {
        Description = "A folder of your own tables, whose rows are added to what ships or take the place of rows with the same key (docs/lexicons.md).";
        HelpName = "DIR";
    }

    /// <summary>What ships, with the user's tables on top where the option is given.</summary>
    /// <exception cref="LexiconException">A table is wrong; the message names file, line and column.</exception>
    internal KnowledgeBase Load(ParseResult parsed) =>
        parsed.GetValue(this) is { } folder ? UserKnowledge.Load(Installation.Tables, folder) : KnowledgeBase.Load(Installation.Knowledge);
}
