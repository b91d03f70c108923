using Demarche.Text.Parsing;

namespace Demarche.Text.Training;

/// <summary>Finds the proper names inside GUM's mentions, which include articles, titles and relative clauses.</summary>
/// <remarks>
/// A mention is taken for a name when its head is a proper noun and it is not a time. The name is the head with its
/// neighbours that are proper nouns and belong to it, without titles and descriptions (<c>nmod:desc</c>); for anything but a
/// person, a part with "of" belongs to it as well ("Bank of Japan"). Of names that overlap the longest stays.
/// </remarks>
internal static class ProperNames
{
    internal static void Write(TrainingSentence sentence, IEnumerable<EntityMention> mentions)
    {
        var names = mentions.Select(mention => Find(sentence, mention)).Where(name => name.Kind != NameKind.None)
            .OrderByDescending(name => name.End - name.Start).ThenBy(name => name.Start).ThenBy(name => name.Kind);
        foreach (var (start, end, kind) in names)
        {
            if (sentence.Names.AsSpan(start, end - start).IndexOfAnyExcept(0) >= 0) continue;
            for (var i = start; i < end; i++) sentence.Names[i] = NameLabels.Of(kind, i == start);
        }
    }

    private static (int Start, int End, NameKind Kind) Find(TrainingSentence sentence, EntityMention mention)
    {
        var head = Head(sentence, mention);
        if (sentence.Tags[head] != UniversalTag.PROPN || mention.Type == "time") return default;
        var kind = mention.Type switch
        {
            "person" => sentence.PennTags[head] == "NNPS" ? NameKind.Other : NameKind.Person,
            "place" => NameKind.Place,
            "organization" or "organisation" => NameKind.Organisation,
            _ => NameKind.Other,
        };
        var (start, end) = (head, head + 1);
        while (start > mention.Start && Belongs(sentence, start - 1, start, end)) start--;
        while (end < mention.End && Reach(sentence, mention, kind, start, end) is var next && next > end) end = next;
        while (start > mention.Start && Belongs(sentence, start - 1, start, end)) start--;
        var isTitle = kind == NameKind.Person && end - start == 1 && HasDeterminer(sentence, head);
        return isTitle ? default : (start, end, kind);
    }

    private static int Head(TrainingSentence sentence, EntityMention mention)
    {
        for (var i = mention.Start; i < mention.End; i++)
        {
            var head = sentence.Heads[i];
            if ((head < mention.Start || head >= mention.End) && sentence.Relations[i] != DependencyRelation.Punct) return i;
        }

        return mention.Start;
    }

    // "The President" is a mention of a person, but no name.
    private static bool HasDeterminer(TrainingSentence sentence, int head)
    {
        for (var i = 0; i < head; i++)
            if (sentence.Heads[i] == head && sentence.Relations[i] is DependencyRelation.Det or DependencyRelation.NmodPoss) return true;
        return false;
    }

    private static bool Belongs(TrainingSentence sentence, int token, int start, int end)
    {
        if (sentence.PennTags[token] is "HYPH" or "''" or "``" or "NNP" or "NNPS" or "CD")
        {
            var at = token;
            for (var steps = 0; steps < 4; steps++)
            {
                if (!IsInner(sentence.Relations[at]) && !(at != token && sentence.Relations[at] == DependencyRelation.Nmod)) return false;
                at = sentence.Heads[at];
                if (at < 0) return false;
                // Figures and quotation marks may end a name ("Apollo 11"), but do not begin one.
                if (at >= start && at < end) return sentence.PennTags[token] is "NNP" or "NNPS" or "HYPH" || token + 1 >= end;
            }
        }

        return false;
    }

    private static bool IsInner(DependencyRelation relation) => relation is DependencyRelation.Compound or DependencyRelation.Flat
        or DependencyRelation.Amod or DependencyRelation.Nummod or DependencyRelation.Fixed or DependencyRelation.Punct
        or DependencyRelation.Goeswith or DependencyRelation.NmodUnmarked;

    // How far the name goes on after its present end: over its own words, or over "of" and what it governs.
    private static int Reach(TrainingSentence sentence, EntityMention mention, NameKind kind, int start, int end)
    {
        if (Belongs(sentence, end, start, end) && sentence.PennTags[end] is not ("''" or "``")) return end + 1;
        if (kind == NameKind.Person || sentence.Forms[end] is not "of") return end;
        var governed = sentence.Heads[end];
        if (governed <= end || governed >= mention.End || sentence.Tags[governed] != UniversalTag.PROPN) return end;
        if (sentence.Heads[governed] < start || sentence.Heads[governed] >= end) return end;
        for (var i = end + 1; i < governed; i++)
            if (sentence.PennTags[i] is not ("NNP" or "NNPS" or "DT" or "CC" or "HYPH")) return end;
        return governed + 1;
    }
}
