using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Finds names that several states share ("Korean pilots") and those that tell a state only in a report about it ("Democratic senators").</summary>
internal sealed class ShortNames(KnowledgeBase knowledge, CoreferenceWords words)
{
    /// <summary>Adds a mention of the state meant for each such word of a sentence; the report must have all its other mentions.</summary>
    internal void Add(ReportEntities report, SentenceGraph graph)
    {
        var mentions = report.Mentions[graph.Sentence.Index];
        var count = mentions.Count;
        for (var i = 0; i < graph.Tokens.Length; i++)
        {
            if (!char.IsUpper(graph.Tokens[i].Form[0]) || words.ShortName(graph.Tokens[i].Form.ToLowerInvariant()) is not { } name || name.NeedsNamed && !EntityResolver.IsModifier(graph, i) || CountryOf(report, name) is not { } country)
                continue;
            var at = mentions.FindIndex(mention => mention.Covers(i));
            // "The Korean Peninsula" is no state's; "Korea" alone is.
            if (at >= 0 && (mentions[at].First != mentions[at].Last || mentions[at].Candidates is [{ Entry.Country: not null }, ..]))
                continue;
            if (at >= 0)
                mentions.RemoveAt(at);
            mentions.Add(new Mention
            {
                Sentence = graph.Sentence.Index,
                First = i,
                Last = i,
                Head = i,
                Form = MentionForm.Name,
                Candidates = [new(country, FormOf(graph, i))],
                Name = NameKind.Place,
                TellsByContext = name.NeedsNamed,
            });
            count = -1;
        }
        if (count < 0)
            mentions.Sort((a, b) => a.First.CompareTo(b.First));
    }

    private static NameForm FormOf(SentenceGraph graph, int token) => graph.Tokens[token] switch
    {
        { PennTag: "NNS" or "NNPS" } => NameForm.Demonym,
        { Tag: UniversalTag.ADJ } => NameForm.Adjective,
        _ => NameForm.Name,
    };

    // The state that issued the report, or the one it names most; the commonest may go without a longer name ("North Korea and the Korean navy"), the others are named more than once.
    private KnowledgeEntry? CountryOf(ReportEntities report, (string[] Countries, bool NeedsNamed) name)
    {
        var best = Array.Find(name.Countries, country => country == report.Issuer || country == report.WrittenIn) ?? name.Countries[0];
        foreach (var country in name.Countries)
        {
            if (report.CountOf(country) > Math.Max(1, report.CountOf(best)))
                best = country;
        }
        // "Democratic senators", in a report on the FBI in Ohio.
        return name.NeedsNamed && !report.Names(best) && !(report.Concerns(best) && (report.Home ?? best) == best) ? null : knowledge.Country(best);
    }
}
