using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary><c>demarche where</c>: the places that a name may mean.</summary>
internal static class WhereCommand
{
    internal static Command Build()
    {
        var name = new Argument<string[]>("name") { Description = "A town, unit, sea, island, base, state or disputed territory.", Arity = ArgumentArity.OneOrMore };
        var country = new Option<string?>("--country") { Description = "Only places that this state has or claims, by its ISO 3166-1 alpha-3 code.", HelpName = "ISO3" };
        var near = new Option<string[]>("--near") { Description = "Other names that the report holds, which may tell which place is meant: states, units, towns.", HelpName = "NAME" };
        var knowledge = new KnowledgeOption();
        var command = new Command("where", "Show the places under a name in the order in which the coder prefers them, with their scores: coordinates, kind, inhabitants, whose they are and who else claims them.") { name, country, near, knowledge };
        command.SetAction(parsed =>
        {
            var known = knowledge.Load(parsed);
            var wanted = string.Join(' ', parsed.GetRequiredValue(name));
            var state = parsed.GetValue(country);
            if (state is not null && known.Country(state) is null)
                throw new CommandException(ExitStatus.Usage, $"--country: '{state}' is no code of a state; write it as JPN.");
            var found = PlaceRanking.Rank(known, wanted, parsed.GetValue(near) ?? []).Where(ranked => IsOnMap(ranked) && (state is null || ranked.Place.Country == state || ranked.Place.OtherCountries.Contains(state))).ToList();
            if (found.Count == 0)
                throw new CommandException(ExitStatus.SomeUnread, state is null ? $"no place is known under the name '{wanted}'." : $"no place of {state} is known under the name '{wanted}'.");
            foreach (var (place, score) in found) parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Describe(place, known)} · score {score:0.0}"));
            return ExitStatus.Done;
        });
        return Help.With(command, "demarche where Yurihonjo", "demarche where Springfield --country USA", "demarche where Tripoli --near Lebanon --near Beirut");
    }

    // The government that "Moscow" stands for is no place; the town of Moscow is one of its own.
    private static bool IsOnMap(RankedPlace ranked) => ranked.Score > -50;

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
