using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche where</c>: the places that a name may mean.</summary>
internal static class WhereCommand
{
    internal static Command Build()
    {
        var name = new Argument<string[]>("name") { Description = "A town, unit, sea, island, base, state or disputed territory.", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string?>("--country") { Description = "Only places that this state has or claims, by its ISO 3166-1 alpha-3 code.", HelpName = "ISO3" };
        var knowledge = new KnowledgeOption();
        var command = new Command("where", "Show the places under a name, likeliest first: coordinates, kind, inhabitants, whose they are and who else claims them.") { name, country, knowledge };
        command.SetAction(parsed =>
        {
            var known = knowledge.Load(parsed);
            var wanted = string.Join(' ', parsed.GetRequiredValue(name));
            var state = parsed.GetValue(country);
            if (state is not null && known.Country(state) is null)
                throw new CommandException(ExitStatus.Usage, $"--country: '{state}' is no code of a state; write it as JPN.");
            var found = Places(known, wanted).Where(place => state is null || place.Country == state || place.OtherCountries.Contains(state)).ToList();
            if (found.Count == 0)
                throw new CommandException(ExitStatus.SomeUnread, state is null ? $"no place is known under the name '{wanted}'." : $"no place of {state} is known under the name '{wanted}'.");
            foreach (var place in found) parsed.InvocationConfiguration.Output.WriteLine(Describe(place, known));
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche where Yurihonjo", "demarche where Springfield --country USA");
    }

    // The adjective "Georgian" and the seat in "Tbilisi said" are no places; the town of Tbilisi is one of its own.
    private static IEnumerable<KnowledgeEntry> Places(KnowledgeBase known, string name) => known.Readings(name)
        .Where(reading => reading is { Entry.Kind: EntryKind.Place or EntryKind.Dispute or EntryKind.Country, Form: NameForm.Name or NameForm.Acronym })
        .Select(reading => reading.Entry).Distinct();

    /// <summary>The place on one line.</summary>
    internal static string Describe(KnowledgeEntry place, KnowledgeBase known)
    {
        string?[] parts =
        [
            place.Kind == EntryKind.Country ? "country" : place.Kind == EntryKind.Dispute ? "disputed " + place.Type : place.Type,
            place.Region, StateOf(place, known),
            float.IsNaN(place.Latitude) ? null : string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.00##}, {place.Longitude:0.00##}"),
            place.Population == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{place.Population:N0} inhabitants"),
            place.GeonamesId is { } id ? string.Create(CultureInfo.InvariantCulture, $"GeoNames {id}") : null,
            place.Id,
        ];
        return new StringBuilder(place.Name).Append(" · ").AppendJoin(" · ", parts.Where(part => !string.IsNullOrEmpty(part))).ToString();
    }

    private static string? StateOf(KnowledgeEntry place, KnowledgeBase known) => place.Kind switch
    {
        EntryKind.Country => place.Country,
        EntryKind.Dispute => string.Join(", ", new[]
        {
            place.Country is null ? null : "held by " + place.Country,
            place.OtherCountries.Length == 0 ? null : "claimed by " + string.Join(" and ", place.OtherCountries),
        }.Where(part => part is not null)),
        _ => place.Country is null ? null : known.Country(place.Country) is { } state ? $"{state.Name} ({place.Country})" : place.Country,
    };
}
