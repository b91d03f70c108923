using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche who</c>: what is known under a name, as of a day.</summary>
internal static class WhoCommand
{
    internal static Command Build(Surroundings at)
    {
        var name = new Argument<string[]>("name") { Description = "A person, country, organisation, group, place or outlet.", Arity = ArgumentArity.OneOrMore };
        var on = new Option<string?>("--on") { Description = "The day, as 2017-08-30. Default: today.", HelpName = "DATE" };
        on.Validators.Add(result =>
        {
            if (result.GetValue(on) is { } day && !TryDay(day, out _)) result.AddError($"--on: '{day}' is no day; write it as 2017-08-30.");
        });
        var knowledge = new KnowledgeOption();
        var command = new Command("who", "Show what is known under a name: what it is, whose it is, which office was held on a day.") { name, on, knowledge };
        command.SetAction(parsed =>
        {
            var wanted = string.Join(' ', parsed.GetRequiredValue(name));
            var day = parsed.GetValue(on) is { } given && TryDay(given, out var asked) ? asked : DateOnly.FromDateTime(at.Clock.GetUtcNow().UtcDateTime);
            var found = knowledge.Load(parsed).FindExact(wanted);
            if (found.Count == 0) throw new CommandException(ExitStatus.SomeUnread, $"nothing is known under the name '{wanted}'.");
            foreach (var entry in found) parsed.InvocationConfiguration.Output.Write(Describe(entry, day));
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche who Taro Kono --on 2017-11-24", "demarche who Kremlin");
    }

    /// <summary>The entry on one line, and its offices on lines of their own: all of a person's, those held on the day marked.</summary>
    internal static string Describe(KnowledgeEntry entry, DateOnly day)
    {
        var page = new StringBuilder();
        string?[] parts =
        [
            entry.Kind.ToString().ToLowerInvariant(), entry.Type, entry.Country, entry.Sectors.Length == 0 ? null : string.Join(' ', entry.Sectors),
            entry.Region, entry.Start is null && entry.End is null ? null : Span(entry.Start, entry.End),
            float.IsNaN(entry.Latitude) ? null : string.Create(CultureInfo.InvariantCulture, $"{entry.Latitude:0.00}, {entry.Longitude:0.00}"),
        ];
        page.Append(entry.Name).Append(" · ").AppendJoin(" · ", parts.Where(part => !string.IsNullOrEmpty(part))).Append(" · ").Append(entry.Id).Append('\n');
        foreach (var term in entry.Terms)
        {
            page.Append(term.HeldOn(day) ? "  * " : "    ").Append(Span(term.Start, term.End)).Append(term is { End: null, AsOf: { } seen } ? $" (known on {Day(seen)})" : "").Append("  ")
                .AppendJoin(", ", new[] { term.Office, term.Country, term.Sector }.Where(part => !string.IsNullOrEmpty(part))).Append('\n');
        }

        return page.ToString();
    }

    private static string Span(DateOnly? start, DateOnly? end) => $"{Day(start)} – {Day(end)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
