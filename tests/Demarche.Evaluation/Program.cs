using System.CommandLine;
using Demarche.Evaluation;

return new RootCommand("Measures the language layer against treebanks and labelled names, and sorts the coder's misses by their causes; figures in Markdown, the last line as name=value.")
{
    LanguageCommand.Build(),
    NamesCommand.Build(),
    MissesCommand.Build(),
}.Parse(args).Invoke();
