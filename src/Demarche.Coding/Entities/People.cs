using System.Globalization;
using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Which person a name or a title means.</summary>
internal static class People
{
    /// <summary>How well a known person fits a mention: named before, in office on the day, of the country that the words tell.</summary>
    internal static int Fit(ReportEntities report, SentenceGraph graph, Mention mention, NameCandidate candidate)
    {
        var entry = candidate.Entry;
        var score = 0;
        if (report.Find(entry.Id) is not null)
            score += 8;
        if (mention.FollowsTitle)
            score += 6;
        var term = TermOn(entry, report.Day);
        if (term is not null)
            score += 4;
        // A bare surname means somebody known only if he held a chief office then or lately, or the report named him in full.
        if (candidate.Form == NameForm.Surname && report.Find(entry.Id) is null && (term is not { } held || Array.IndexOf(ChiefRoles, held.Role) < 0))
            score -= mention.Name == NameKind.Person && (report.Day is null ? Led(entry) : LedAround(entry, report.Day)) ? 6 : 40;
        var countries = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, mention.Head, countries);
        if (countries.Count > 0)
            score += countries.Exists(pair => pair.Country == entry.Country || Array.Exists(entry.Terms, term => term.Country == pair.Country)) ? 4 : -3;
        // "The parliament of Nepal" is not Madhav Kumar Nepal's.
        if (candidate.Form == NameForm.Surname && mention is { Name: not NameKind.Person, Candidates: [{ Entry.Kind: EntryKind.Country }, ..] })
            score -= 40;
        // A bare surname that nobody in the report bears and no title announces is a weak sign.
        if (candidate.Form == NameForm.Surname && mention.Name is not NameKind.Person && report.Find(entry.Id) is null && !mention.FollowsTitle)
            score -= 8;
        return score;
    }

    private static bool Led(KnowledgeEntry entry) => Array.Exists(entry.Terms, term => term.Role is "HOS" or "HOG");

    // Former leaders are called by their surname for some years, and elected ones before they take office.
    private static bool LedAround(KnowledgeEntry entry, DateOnly? day) => day is { } on
        && Array.Exists(entry.Terms, term => term.Role is "HOS" or "HOG" && term.Start <= on.AddYears(1) && (term.End ?? on) >= on.AddYears(-5));

    /// <param name="called">The office that the words give the person; null where they give none.</param>
    internal static EntityDraft Known(ReportEntities report, SentenceGraph graph, Mention mention, KnowledgeEntry entry, OfficeTerm? called = null)
    {
        // A name that the knowledge base has for somebody else may stand in the report in full already.
        if (mention.First == mention.Last && BySurname(report, graph.Tokens[mention.Last].Form, IsCalledWoman(graph, mention)) is { } named)
            return named;
        return report.GetOrAdd(entry.Id, () =>
        {
            var term = called ?? TermOn(entry, report.Day) ?? LastTerm(entry, report.Day);
            var held = called is not null || TermOn(entry, report.Day) is not null;
            var draft = new EntityDraft
            {
                Kind = EntityKind.Person,
                Name = entry.Name,
                Country = term?.Country ?? entry.Country,
                Known = entry,
                Office = held ? term?.Office : null,
                Resolution = term is { } known
                    ? $"{entry.Name}: {known.Office} of {known.Country} from {Day(known.Start) ?? "?"} to {Day(known.End) ?? (known.AsOf is { } seen ? $"at least {Day(seen)}" : "now")}"
                    : $"{entry.Name} is known, without an office",
            };
            if (term is { Sector.Length: > 0 } with)
                draft.AddSector(held ? with.Sector : "ELI");
            else
                draft.Sectors.AddRange(entry.Sectors);
            return draft;
        });
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static EntityDraft Unknown(ReportEntities report, SentenceGraph graph, Mention mention, string text)
    {
        var woman = IsCalledWoman(graph, mention);
        if (mention.First == mention.Last && BySurname(report, text, woman) is { } named)
            return named;
        var draft = report.GetOrAdd("name:" + text.ToLowerInvariant(), () => new EntityDraft
        {
            Kind = EntityKind.Person,
            Name = text,
            Resolution = $"{text} is new to the knowledge base",
        });
        draft.IsWoman ??= woman;
        if (draft.Country is null)
            Describe(report, graph, mention, draft);
        return draft;
    }

    /// <summary>Whether "Mrs", or "Mr", stands before a name; null where neither does.</summary>
    internal static bool? IsCalledWoman(SentenceGraph graph, Mention mention) =>
        mention.First == 0 ? null : graph.Tokens[mention.First - 1].Form.TrimEnd('.') switch { "Mr" or "Sir" or "Lord" => false, "Mrs" or "Ms" or "Miss" or "Lady" => true, _ => null };

    // "Japanese Chief Cabinet Secretary Hirokazu Matsuno": country and sector of an unknown person from the words beside the name.
    private static void Describe(ReportEntities report, SentenceGraph graph, Mention mention, EntityDraft draft)
    {
        var countries = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, mention.Head, countries);
        foreach (var other in report.Mentions[graph.Sentence.Index])
        {
            if (other.Form != MentionForm.Description || !AreBeside(graph, mention, other))
                continue;
            if (countries.Count == 0)
                Nationality.Of(report, graph, other.Head, countries);
            // "Defense Secretary Pike": only one state spells it so.
            if (countries.Count == 0 && other.Candidates[0].Entry is { Kind: EntryKind.Office, Country: { } ofState })
                countries.Add((ofState, other.Head));
            foreach (var sector in other.Candidates[0].Entry.Sectors)
                draft.AddSector(sector);
            if (!Description.IsFormer(graph, other))
                draft.Office ??= other.Candidates[0].Entry.Kind == EntryKind.Office ? other.Candidates[0].Entry.Name : null;
        }
        if (countries.Count == 0)
            OfApposition(report, graph, mention.Head, countries, 0);
        // "Vice Foreign Minister Sun Weidong", in a release of his ministry.
        if (countries.Count == 0 && draft.Office is not null && report.Issuer is { } issuer)
            countries.Add((issuer, mention.Head));
        if (countries.Count > 0)
        {
            draft.Country = countries[0].Country;
            draft.Resolution = $"{draft.Name} is new to the knowledge base; described as of {draft.Country}";
        }
        else if ((report.Home ?? report.Setting(graph.Sentence.Index, LeastSetting) ?? (draft.Sectors.Exists(sector => sector is "GOV" or "MIL" or "COP" or "LEG" or "JUD" or "SPY") ? report.WrittenIn : null)) is { } home)
        {
            (draft.Country, draft.IsCountryAssumed) = (home, true);
            draft.Resolution = $"{draft.Name} is new to the knowledge base; the report is about {home}";
        }
    }

    /// <summary>How much the sentences around must name of a state before an unknown person is taken for one of its people.</summary>
    private const double LeastSetting = 1.5;

    // "Kawano, chief of staff at the Japanese Joint Staff": the country stands anywhere in the apposition.
    private static void OfApposition(ReportEntities report, SentenceGraph graph, int head, List<(string Country, int Token)> countries, int depth)
    {
        foreach (var child in graph.Children(head))
        {
            if (countries.Count > 0 || depth > 3)
                return;
            if (graph.Relation(child) is DependencyRelation.Appos || depth > 0 && graph.Relation(child) is DependencyRelation.Nmod or DependencyRelation.NmodPoss or DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Obl)
            {
                // "Vindman, a Ukraine specialist": what he deals with.
                if (Nationality.IsTopic(report, graph, head, child))
                    continue;
                if (Nationality.CodeAt(report, graph, child) is { } code)
                    countries.Add((code, child));
                else
                    OfApposition(report, graph, child, countries, depth + 1);
            }
        }
    }

    /// <summary>The person whose name a description stands beside; null when it stands alone.</summary>
    internal static EntityDraft? NamedBeside(ReportEntities report, SentenceGraph graph, Mention description)
    {
        foreach (var mention in report.Mentions[graph.Sentence.Index])
        {
            if (mention.Form == MentionForm.Name && mention.Entity is { IsPerson: true } && AreBeside(graph, mention, description))
                return mention.Entity;
        }
        return null;
    }

    private static bool AreBeside(SentenceGraph graph, Mention name, Mention description)
    {
        // "Queen Elizabeth", "Zimbabwe's President Mugabe": a title is the bearer's, however the parser hangs them.
        if (description.Last + 1 == name.First && description.Candidates is [{ Entry.Kind: EntryKind.Office }, ..] && char.IsUpper(graph.Tokens[description.Last].Form[0]))
            return true;
        // "Putin and his host, President Battulga": what follows the end of a list says who its last member is.
        if (graph.Relation(description.Head) == DependencyRelation.Conj && graph.Has(description.Head, DependencyRelation.Cc) && description.Last + 1 < name.First && graph.Tokens[description.Last + 1].Form == ","
            && graph.Relation(name.Head) is DependencyRelation.Conj or DependencyRelation.Appos && graph.Head(name.Head) == graph.Head(description.Head) && !graph.Has(name.Head, DependencyRelation.Cc) && graph.Left(name.Head) <= description.Last + 2 && graph.Left(name.Head) > description.Last)
            return true;
        // "Grilled Alan Reed and Joan Pike, an aide": what follows the end of the list is its last member again.
        if (graph.Relation(name.Head) == DependencyRelation.Conj && graph.Has(name.Head, DependencyRelation.Cc) && graph.Relation(description.Head) == DependencyRelation.Conj && !graph.Has(description.Head, DependencyRelation.Cc) && graph.Head(name.Head) == graph.Head(description.Head)
            && graph.Left(description.Head) is var left && (left == name.Last + 1 || left == name.Last + 2) && graph.Tokens[name.Last + 1].Form == ",")
            return true;
        // "The President of the Senate, Bukola Saraki, and Senator Melaye": nor is the office at the head of a list another than the name behind it.
        if (graph.Relation(name.Head) == DependencyRelation.Conj && graph.Head(name.Head) == description.Head && !graph.Has(name.Head, DependencyRelation.Cc) && description.Candidates is [{ Entry.Kind: EntryKind.Office or EntryKind.RoleNoun }, ..]
            && graph.Tokens[description.Head].PennTag is "NN" or "NNP" && description.Last + 2 == name.First && graph.Tokens[description.Last + 1].Form == ",")
            return true;
        // "Trump and Chinese leader Xi Jinping": the parser may take title and name for two members of the list.
        if (description.Last + 1 == name.First && graph.Relation(name.Head) == DependencyRelation.Conj && graph.Relation(description.Head) == DependencyRelation.Conj && graph.Head(name.Head) == graph.Head(description.Head) && !graph.Has(name.Head, DependencyRelation.Cc))
            return true;
        if (name.Last + 1 == description.First || description.Last + 1 == name.First)
            return Linked(graph, name.Head, description.Head);
        return graph.Relation(name.Head) == DependencyRelation.Appos && graph.Head(name.Head) == description.Head
            || graph.Relation(description.Head) == DependencyRelation.Appos && graph.Head(description.Head) == name.Head
            || Linked(graph, name.Head, description.Head) && graph.Relation(name.Head) is DependencyRelation.Flat or DependencyRelation.NmodDesc;
    }

    private static bool Linked(SentenceGraph graph, int a, int b) =>
        (graph.Head(a) == b && graph.Relation(a) is DependencyRelation.Flat or DependencyRelation.Appos or DependencyRelation.Compound or DependencyRelation.NmodDesc or DependencyRelation.NmodUnmarked or DependencyRelation.Nmod)
        || (graph.Head(b) == a && graph.Relation(b) is DependencyRelation.Flat or DependencyRelation.Appos or DependencyRelation.Compound or DependencyRelation.NmodDesc or DependencyRelation.NmodUnmarked or DependencyRelation.Amod);

    /// <summary>The person of the report whose name ends in a surname; of several, the one it speaks of most, the later the more.</summary>
    /// <param name="woman">Whether a woman is meant; null where the words do not tell.</param>
    internal static EntityDraft? BySurname(ReportEntities report, string surname, bool? woman = null)
    {
        EntityDraft? best = null;
        var most = 0.0;
        for (var i = report.All.Count - 1; i >= 0; i--)
        {
            var entity = report.All[i];
            if (!entity.IsPerson || woman is { } meant && entity.IsWoman is { } known && known != meant)
                continue;
            var name = entity.Name.AsSpan();
            if (!EndsInWord(name, surname) && !StartsFamilyFirst(entity, name, surname) && !entity.Mentions.Exists(mention => mention.Form == MentionForm.Name && report.Graphs[mention.Sentence].TextOf(mention.Span) is var called && EndsInWord(called, surname) && !HasCommonWord(called)))
                continue;
            // A bare surname that came before its bearer's full name is no other person's.
            var weight = WeightOf(report, entity) + (name.Contains(' ') ? FullName : 0) + (woman is not null && entity.IsWoman == woman ? FullName : 0);
            if (best is null || weight > most)
                (best, most) = (entity, weight);
        }
        return best;
    }

    /// <summary>More than any number of mentions weighs: a surname leads back to a full name first.</summary>
    private const double FullName = 1e6;

    /// <summary>What a mention weighs after each further sentence.</summary>
    /// <value>0.85; 0.7 and 0.95 resolve the sample reports and the gold chains alike.</value>
    private const double Decay = 0.85;

    /// <summary>How much the report speaks of somebody, the later the more.</summary>
    internal static double WeightOf(ReportEntities report, EntityDraft entity)
    {
        var now = report.History.Count > 0 ? report.History[^1].Sentence : 0;
        var weight = 0.0;
        foreach (var (sentence, _, _) in entity.Mentions)
            weight += Math.Pow(Decay, now - sentence);
        return weight;
    }

    private static bool EndsInWord(ReadOnlySpan<char> name, string word) =>
        name.EndsWith(word, StringComparison.OrdinalIgnoreCase) && !name[..^word.Length].EndsWith(" of ", StringComparison.OrdinalIgnoreCase) && (name.Length == word.Length || name[name.Length - word.Length - 1] is ' ' or '-');

    // "Schoen, a consultant for Mr. Clinton": more than a name.
    private static bool HasCommonWord(string called)
    {
        foreach (var word in called.AsSpan().Split(' '))
        {
            if (called.AsSpan()[word] is { Length: > 3 } letters && char.IsLower(letters[0]))
                return true;
        }
        return called.Contains(',', StringComparison.Ordinal) || called.Contains(" for ", StringComparison.Ordinal) || called.Contains(" and ", StringComparison.Ordinal);
    }

    // Chinese, Korean and Vietnamese family names stand first: "Kang Kyung-wha", then "Kang".
    private static bool StartsFamilyFirst(EntityDraft entity, ReadOnlySpan<char> name, string word) =>
        entity.Country is "CHN" or "KOR" or "PRK" or "TWN" or "VNM" or "KHM" or "HUN"
        && name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && name.Length > word.Length && name[word.Length] == ' ';

    private static readonly string[] ChiefRoles = ["HOS", "HOG", "FM", "DM"];

    private static OfficeTerm? TermOn(KnowledgeEntry entry, DateOnly? day)
    {
        OfficeTerm? found = null;
        foreach (var term in entry.Terms)
        {
            if (day is { } on ? term.HeldOn(on) : term.End is null)
            {
                if (found is null || Standing(term) < Standing(found.Value))
                    found = term;
            }
        }
        return found;
    }

    private static int Standing(OfficeTerm term) => Array.IndexOf(ChiefRoles, term.Role) is >= 0 and var rank ? rank : ChiefRoles.Length;

    private static OfficeTerm? LastTerm(KnowledgeEntry entry, DateOnly? day)
    {
        // Who has left a body of several states is again of his own.
        OfficeTerm? found = null;
        foreach (var term in entry.Terms)
        {
            if ((day is null || term.Start is null || term.Start <= day) && (term.Role != "IO" || found is null))
                found = term;
        }
        return found ?? (entry.Terms.Length > 0 ? entry.Terms[0] : null);
    }
}
