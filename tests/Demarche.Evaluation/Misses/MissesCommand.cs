using System.CommandLine;
using Demarche.Intake;
using Demarche.Testing;

namespace Demarche.Evaluation;

/// <summary>Says of each missed actor, recipient and code of a marked set at which stage of coding it was lost.</summary>
internal static class MissesCommand
{
    internal static Command Build()
    {
        var set = new Argument<string>("set") { Description = "plv: a table of sentences with a marked pair; roles: role spans, a word and its label a line." };
        set.AcceptOnlyFromAmong("plv", "roles");
        var path = new Argument<string>("gold") { Description = "The file." };
        var show = new Option<int>("--show") { Description = "Print so many examples of each cause: what was marked, what was found, the sentence." };
        var command = new Command("misses", "At which stage marked actors, recipients and codes are lost: finding, resolving, parsing or coding.") { set, path, show };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(set);
            var gold = parsed.GetRequiredValue(path);
            var finder = new MissFinder(TestCoder.Instance, new ReportReader(Path.Combine(Repository.Data, "intake"), TestCoder.Instance.Knowledge));
            var table = new MissTable(parsed.GetValue(show));
            foreach (var sentence in name == "plv" ? MarkedPairs.Read(gold) : RoleSpans.Read(gold)) table.Add(sentence, finder.Find(sentence));
            table.Print(name, Console.Out);
        });
        return command;
    }
}
