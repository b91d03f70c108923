using Demarche.Knowledge;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Words of a sentence that name or describe something, before and after it is known what.</summary>
internal sealed class Mention
{
    internal required int Sentence { get; init; }

    /// <summary>First and last token of the words themselves, without articles.</summary>
    internal required int First { get; init; }

    internal required int Last { get; init; }

    /// <summary>The token that governs the others.</summary>
    internal required int Head { get; init; }

    internal required MentionForm Form { get; init; }

    /// <summary>What the knowledge base takes the words for; empty when it does not know them.</summary>
    internal IReadOnlyList<NameCandidate> Candidates { get; init; } = [];

    /// <summary>What the name tagger takes them for.</summary>
    internal NameKind Name { get; init; }

    /// <summary>Whether the words tell a state only in a report about it: "Democratic senators".</summary>
    internal bool TellsByContext { get; init; }

    /// <summary>A title stands right before it: "Mr", "President".</summary>
    internal bool FollowsTitle { get; init; }

    /// <summary>The country that a word of the name tells ("Tokyo Stock Exchange"); null when none does.</summary>
    internal string? Country { get; init; }

    /// <summary>The thing meant, once resolved; null when nothing was found, or when the words only modify others ("Russian").</summary>
    internal EntityDraft? Entity { get; set; }

    /// <summary>The place meant, where the words name one.</summary>
    internal KnowledgeEntry? Place { get; set; }

    internal bool Covers(int token) => First <= token && token <= Last;

    internal KnowledgeEntry? FindCandidate(EntryKind kind)
    {
        foreach (var candidate in Candidates)
        {
            if (candidate.Entry.Kind == kind)
                return candidate.Entry;
        }
        return null;
    }
}
