using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Tells of which countries a noun phrase speaks: "Russian", "of Iran", "Japan's", "the US-Japan".</summary>
internal static class Nationality
{
    /// <summary>The countries that modify a noun, in the order of the text, with the token that tells each.</summary>
    internal static void Of(ReportEntities report, SentenceGraph graph, int head, List<(string Country, int Token)> found)
    {
        var compound = graph.Head(head);
        foreach (var child in graph.Children(head))
        {
            switch (graph.Relation(child))
            {
                case DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.NmodDesc or DependencyRelation.Flat
                    or DependencyRelation.NmodUnmarked or DependencyRelation.Nmod when child < head && graph.Tokens[child].Tag != UniversalTag.VERB:
                    if (!IsTopic(report, graph, head, child))
                        AddWithConjuncts(report, graph, child, found);
                    break;
                // "Syrian refugees in Jordan" are Syrians.
                case DependencyRelation.Nmod when child > head && (graph.Joint(child) is "of" or "from" or "for" or "to" || graph.Joint(child) == "in" && found.Count == 0):
                    AddWithConjuncts(report, graph, child, found);
                    // "The head of China's delegation".
                    if (found.Count == 0 && graph.Joint(child) == "of" && graph.Child(child, DependencyRelation.NmodPoss) is >= 0 and var possessor)
                        AddWithConjuncts(report, graph, possessor, found);
                    break;
                // "Students at Dhaka's university", "workers in Iran's ports".
                case DependencyRelation.Nmod when child > head && found.Count == 0 && graph.Joint(child) is "at" or "in" && graph.Child(child, DependencyRelation.NmodPoss) is >= 0 and var owner:
                    AddWithConjuncts(report, graph, owner, found);
                    break;
            }
        }
        // "Russian Foreign Minister Lavrov" may hang the country on the title.
        if (found.Count == 0 && compound >= 0 && graph.Relation(head) is DependencyRelation.Flat or DependencyRelation.Appos or DependencyRelation.Compound or DependencyRelation.NmodDesc
            && Math.Abs(compound - head) <= 3)
            OfDirect(report, graph, compound, found);
    }

    // "A Russia expert", "the Iran envoy": what he deals with, and not whose he is.
    internal static bool IsTopic(ReportEntities report, SentenceGraph graph, int head, int modifier) =>
        graph.Relation(modifier) == DependencyRelation.Compound && graph.Is(head, WordList.Topical)
        && report.MentionAt(graph.Sentence.Index, modifier) is { Candidates: [{ Entry.Kind: EntryKind.Country, Form: NameForm.Name }, ..], Last: var last } && last == modifier && !graph.Tokens[modifier].Form.Contains('.', StringComparison.Ordinal) && !graph.Tokens[modifier].Form.All(char.IsUpper);

    /// <summary>Whether a noun has a modifier of its own that tells whose it is, known or not: "his soldiers", "Bosnian Serb police".</summary>
    internal static bool HasAny(SentenceGraph graph, int head)
    {
        foreach (var child in graph.Children(head))
        {
            if (graph.Relation(child) is DependencyRelation.NmodPoss or DependencyRelation.Nmod
                || graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound && char.IsUpper(graph.Tokens[child].Form[0]))
                return true;
        }
        return false;
    }

    /// <summary>Where people are at home of whom no word tells it: "police in Nairobi", "protesters marched in Minsk"; null where the sentence tells several places, or the words speak of others ("foreign leaders").</summary>
    /// <param name="orHome">Whether, where the sentence tells no place, they are of the state that the report is about.</param>
    internal static string? Here(ReportEntities report, SentenceGraph graph, int head, bool orHome = true)
    {
        if (!MayBeOfHere(report, graph, head))
            return null;
        foreach (var child in graph.Children(head))
        {
            // "Farmers in East Africa", "Rukban residents": the words tell it, though no table has them.
            orHome &= !(graph.Relation(child) == DependencyRelation.Nmod && child > head && graph.Tokens[child].Tag == UniversalTag.PROPN
                || graph.Relation(child) == DependencyRelation.Compound && graph.Tokens[child].Name == NameKind.Place);
        }
        var clause = VerbAbove(graph, head);
        string? here = null, beside = null;
        var several = false;
        foreach (var other in report.Mentions[graph.Sentence.Index])
        {
            if (other.Place?.Country is not { Length: 3 } country || graph.Joint(other.Head) is not ("in" or "at" or "near" or "outside" or "around" or "inside" or "across" or "throughout"))
                continue;
            several |= (here ?? beside) is { } seen && seen != country || graph.Has(other.Head, DependencyRelation.Conj);
            if (VerbAbove(graph, other.Head) == clause || graph.IsInside(other.Head, head))
                here ??= country;
            else
                beside ??= country;
        }
        if (several)
            return null;
        return here ?? (orHome ? report.Home ?? report.Setting(graph.Sentence.Index) ?? beside : null);
    }

    /// <summary>Whether people may belong where they are: not "foreign leaders", nor diplomats and tourists.</summary>
    internal static bool MayBeOfHere(ReportEntities report, SentenceGraph graph, int head)
    {
        if (graph.Is(head, WordList.Stranger))
            return false;
        foreach (var child in graph.Children(head))
        {
            // "Foreign leaders", "Hezbollah fighters".
            if (graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound
                && (graph.IsNamedAs(child, WordList.Abroad) || report.MentionAt(graph.Sentence.Index, child) is { Form: MentionForm.Name } named && named.Candidates.Any(candidate => candidate.Entry.Country is not null)))
                return false;
        }
        return true;
    }

    private static int VerbAbove(SentenceGraph graph, int token)
    {
        for (var steps = 0; token >= 0 && steps < 12 && graph.Tokens[token].Tag != UniversalTag.VERB; steps++)
            token = graph.Head(token);
        return token;
    }

    private static void OfDirect(ReportEntities report, SentenceGraph graph, int head, List<(string Country, int Token)> found)
    {
        foreach (var child in graph.Children(head))
        {
            if (child < head && graph.Relation(child) is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.NmodPoss or DependencyRelation.NmodDesc)
                AddWithConjuncts(report, graph, child, found);
        }
    }

    private static void AddWithConjuncts(ReportEntities report, SentenceGraph graph, int token, List<(string Country, int Token)> found)
    {
        if (CodeAt(report, graph, token) is { } country && !found.Exists(pair => pair.Country == country))
            found.Add((country, token));
        foreach (var child in graph.Children(token))
        {
            // "US-Japan talks" and "South Korean and Japanese leaders"; "northern Japan's coast" nests one modifier in another.
            if (graph.Relation(child) is DependencyRelation.Conj or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.NmodUnmarked or DependencyRelation.Nmod
                && (graph.Relation(child) != DependencyRelation.Nmod || child < token))
                AddWithConjuncts(report, graph, child, found);
        }
    }

    /// <summary>The country that a word tells as a modifier; null when it tells none.</summary>
    internal static string? CodeAt(ReportEntities report, SentenceGraph graph, int token)
    {
        if (report.MentionAt(graph.Sentence.Index, token) is not { } mention)
            return null;
        if (mention.Form == MentionForm.Pronoun)
            return mention.Entity?.Country;
        foreach (var candidate in mention.Candidates)
        {
            if (candidate.Entry.Country is { } country && candidate.Entry.Kind is EntryKind.Country or EntryKind.Metonym or EntryKind.Place or EntryKind.EthnicGroup
                or EntryKind.Organisation or EntryKind.ArmedGroup or EntryKind.Party or EntryKind.Person)
                return candidate.Entry.Kind == EntryKind.Person ? mention.Entity?.Country ?? country : country;
        }
        return mention.Entity?.Country;
    }
}
