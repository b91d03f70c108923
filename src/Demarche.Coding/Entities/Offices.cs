using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>What the title of an office beside a name tells of whose name it is.</summary>
internal static class Offices
{
    /// <summary>Whether an office, written as a title, stands right before a name: "Secretary of State Clinton".</summary>
    internal static bool IsTitled(ReportEntities report, SentenceGraph graph, Mention name) => TitleBefore(report, graph, name) is not null;

    /// <summary>Who held, on the report's day, the office that stands before a name, where the name agrees but for its spelling: "Russian Foreign Minister Andrey Kozyrev", "President Bush".</summary>
    /// <returns>Null where no office stands there, or where nobody of that name held it.</returns>
    internal static (KnowledgeEntry Person, OfficeTerm Term)? HolderNamed(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, Mention name)
    {
        if (report.Day is not { } day || name.Candidates is [{ Entry.Kind: EntryKind.Country or EntryKind.Metonym, Form: not NameForm.Capital }, ..] || TitleBefore(report, graph, name) is not { } title)
            return null;
        var office = title.Candidates[0].Entry;
        var written = graph.TextOf(graph.SpanOf(name.First, name.Last));
        foreach (var country in CountriesOf(report, graph, name, title, office))
        {
            if (knowledge.HolderNamed(written, office.Type!, country, day) is { } holder)
                return (holder, holder.TermOn(office.Type!, country, day) ?? holder.TermsOn(day)[0]);
        }
        return null;
    }

    /// <summary>Who, on the report's day, held an office that only one person holds at a time, or that offices.tsv lists under the very words of his term ("secretary general of the United Nations").</summary>
    internal static KnowledgeEntry? Holder(KnowledgeBase knowledge, KnowledgeEntry office, string country, DateOnly day)
    {
        var holders = knowledge.Holders(office.Type!, country, day);
        if (IsSingle(office.Type!) || holders.Count == 0)
            return holders.Count > 0 ? holders[0] : null;
        KnowledgeEntry? found = null;
        foreach (var holder in holders)
        {
            if (holder.TermOn(office.Type!, country, day) is not { } term || !knowledge.FindExact(term.Office).Contains(office))
                continue;
            if (found is not null)
                return null;
            found = holder;
        }
        return found;
    }

    /// <summary>Days before a change of office on which the new holder may be called by it.</summary>
    private const int ChangeOfOffice = 60;

    /// <summary>Who held, by the tables, the office that the report gives to somebody else: "Japanese Prime Minister Taro Kono"; null where they agree, or do not know, or where a person was named so before.</summary>
    /// <remarks>Who left an office keeps its title in courtesy; days before a change of office, and offices of other states, are no contradiction either.</remarks>
    internal static KnowledgeEntry? OtherHolder(KnowledgeBase knowledge, ReportEntities report, SentenceGraph graph, Mention title, EntityDraft person, string role)
    {
        if (report.Day is not { } day || person is not { Known: { } known, Country: { } country } || !IsSingle(role) || report.Disagreements.Exists(other => other.Person == person)
            || Array.Exists(known.Terms, term => term.Role == role && (term.HeldOn(day) || term.End <= day || term.HeldOn(day.AddDays(ChangeOfOffice)))))
            return null;
        var told = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, title.Head, told);
        if (told.Count > 1 || told.Count == 1 && told[0].Country != country)
            return null;
        return knowledge.Holder(role, country, day) is { } holder && holder != known && Array.Exists(holder.Terms, term => term.Role == role && term.Country == country && term.IsConfirmedOn(day)) ? holder : null;
    }

    /// <summary>Whether one person at a time holds an office of a role in a state.</summary>
    internal static bool IsSingle(string role) => role is "HOS" or "HOG" or "FM" or "DM" or "IM" or "FINM" or "VP" or "NSA" or "CB";

    private static Mention? TitleBefore(ReportEntities report, SentenceGraph graph, Mention name)
    {
        if (name.First == 0 || report.MentionAt(graph.Sentence.Index, name.First - 1) is not { Form: MentionForm.Description } title || title.Last != name.First - 1)
            return null;
        return title.Candidates is [{ Entry: { Kind: EntryKind.Office, Type.Length: > 0 } }, ..]
            && (name.Name == NameKind.Person || char.IsUpper(graph.Tokens[title.Last].Form[0])) && char.IsUpper(graph.Tokens[name.First].Form[0]) ? title : null;
    }

    // The state that the words tell; else the office's own; else the one where somebody of that office and name is looked for: the states that the report names.
    private static IEnumerable<string> CountriesOf(ReportEntities report, SentenceGraph graph, Mention name, Mention title, KnowledgeEntry office)
    {
        var told = new List<(string Country, int Token)>();
        Nationality.Of(report, graph, title.Head, told);
        if (told.Count == 0)
            Nationality.Of(report, graph, name.Head, told);
        if (told.Count > 0)
            return told.Select(pair => pair.Country);
        if (office.Country is { } own)
            return [own];
        return report.NamedCountries.Concat(name.Candidates.Where(candidate => candidate.Entry.Kind == EntryKind.Person).SelectMany(candidate => candidate.Entry.Terms).Select(term => term.Country).OfType<string>()).Distinct(StringComparer.Ordinal);
    }
}
