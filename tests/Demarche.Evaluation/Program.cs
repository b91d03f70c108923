using System.CommandLine;
using Demarche.Evaluation;

return new RootCommand("Measures the language layer against treebanks and labelled names; figures in Markdown, the last line as name=value.")
{
    LanguageCommand.Build(),
    NamesCommand.Build(),
}.Parse(args).Invoke();
