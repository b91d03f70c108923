using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>An entity of one report while the report is read: mentions gather, details are filled in.</summary>
internal sealed class EntityDraft
{
    internal required EntityKind Kind { get; set; }

    internal required string Name { get; set; }

    internal string? Country { get; set; }

    /// <summary>Whether no word tells the country: it is that of the place or of the report.</summary>
    internal bool IsCountryAssumed { get; set; }

    internal List<string> Sectors { get; } = [];

    internal string? Office { get; set; }

    internal KnowledgeEntry? Known { get; set; }

    /// <summary>How it was resolved, in words for a reader.</summary>
    internal string? Resolution { get; set; }

    /// <summary>What else its name could have meant, in words for a reader; of the first mention that could mean several.</summary>
    internal List<string> Rivals { get; } = [];

    /// <summary>More than one: "the pair", "Russian troops".</summary>
    internal bool IsPlural { get; set; }

    /// <summary>The nouns that the report calls it by: "police", "captain".</summary>
    internal HashSet<string> Called { get; } = new(StringComparer.Ordinal);

    /// <summary>Roles of the offices that the report itself gives a person.</summary>
    internal HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the report or the given name shows a woman; null where neither does.</summary>
    internal bool? IsWoman { get; set; }

    /// <summary>The entities that a plural stands for ("the two countries"); empty when unknown.</summary>
    internal IReadOnlyList<EntityDraft> Members { get; set; } = [];

    internal List<(int Sentence, TextSpan Span, MentionForm Form)> Mentions { get; } = [];

    /// <summary>Used as an actor, recipient, speaker or third party, or named: only such entities enter the record.</summary>
    internal bool IsUsed { get; set; }

    internal string? Id { get; set; }

    internal bool IsPerson => Kind == EntityKind.Person;

    /// <summary>Whether a mention in a sentence shares words with a stretch. Mentions are added in the order of reading, so the last are looked at first.</summary>
    internal bool IsMentionedIn(int sentence, TextSpan span)
    {
        for (var i = Mentions.Count - 1; i >= 0; i--)
        {
            if (Mentions[i].Sentence == sentence && Mentions[i].Span.Overlaps(span))
                return true;
            if (Mentions[i].Sentence < sentence)
                return false;
        }
        return false;
    }

    internal void AddSector(string sector)
    {
        if (!Sectors.Contains(sector))
            Sectors.Add(sector);
    }

    public override string ToString() => $"{Kind} {Name} {Country}";
}
