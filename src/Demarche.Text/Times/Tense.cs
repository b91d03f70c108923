namespace Demarche.Text.Times;

/// <summary>On which side of the report's day the verb puts what it governs.</summary>
internal enum Direction : byte { Unknown, Past, Future }

/// <summary>Reads from the verbs around an expression whether its time is past or to come.</summary>
internal static class Tense
{
    private const int LongestChain = 8;

    /// <param name="tokens">The sentence.</param>
    /// <param name="start">The first token of the expression.</param>
    /// <param name="end">The index after its last token.</param>
    internal static Direction Of(Token[] tokens, int start, int end, TimeLexicon lexicon)
    {
        if (start >= 2 && tokens[start - 1].Form == "of" && tokens[start - 2].Form.Equals("ahead", StringComparison.OrdinalIgnoreCase))
        {
            return Direction.Future;
        }

        var at = Outside(tokens, start, end);
        var isFirst = true;
        for (var steps = 0; at >= 0 && steps < LongestChain; steps++)
        {
            var token = tokens[at];
            if (isFirst && (IsDueFor(tokens, start, at, lexicon) || IsDue(tokens, start)))
            {
                return Direction.Future;
            }

            if (FollowsPastWord(tokens, at, lexicon))
            {
                return Direction.Past;
            }

            if (token.PennTag.StartsWith("VB", StringComparison.Ordinal) && OfVerb(tokens, at, isFirst, lexicon) is not Direction.Unknown and var direction)
            {
                return direction;
            }

            if (!isFirst && IsPromise(token, lexicon))
            {
                return Direction.Future;
            }

            isFirst &= !token.PennTag.StartsWith("VB", StringComparison.Ordinal);
            if (token.Relation is DependencyRelation.Parataxis or DependencyRelation.Root)
            {
                break;
            }

            at = token.Head;
        }

        return Direction.Unknown;
    }

    /// <summary>The governor of the expression: the first head that lies outside it.</summary>
    private static int Outside(Token[] tokens, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Head < start || tokens[i].Head >= end)
            {
                if (tokens[i].Head >= 0 && tokens[i].Relation is not (DependencyRelation.Case or DependencyRelation.Punct))
                {
                    return tokens[i].Head;
                }
            }
        }

        return -1;
    }

    /// <summary>"scheduled for Friday", "due on Monday", "talks planned for May".</summary>
    private static bool IsDueFor(Token[] tokens, int start, int governor, TimeLexicon lexicon) =>
        tokens[governor].PennTag is "VBN" or "JJ" && start > 0 && lexicon[tokens[governor].Lemma].IsFuture
        && tokens[start - 1].Form is "for" or "on" or "in" or "by" && (tokens[start - 1].Form == "for" || tokens[governor].Lemma is "due" or "schedule" or "plan" or "slate");

    /// <summary>"due in Oslo on Friday", however it is parsed.</summary>
    private static bool IsDue(Token[] tokens, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - 5); i--)
        {
            if (tokens[i].Form == "due")
            {
                return i + 1 < tokens.Length && tokens[i + 1].Form is "in" or "on" or "at" or "for" or "back";
            }

            if (tokens[i].Tag is UniversalTag.VERB or UniversalTag.PUNCT)
            {
                return false;
            }
        }

        return false;
    }

    private static bool FollowsPastWord(Token[] tokens, int at, TimeLexicon lexicon)
    {
        for (var i = Math.Max(0, at - 8); i < at; i++)
        {
            if (tokens[i].Head == at && tokens[i].Relation is DependencyRelation.Case or DependencyRelation.Mark && lexicon[tokens[i].Form].IsPast)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word above an infinitive tells whether it is still to come: plans to visit, agreed to meet, a threat to leave.</summary>
    private static bool IsPromise(Token token, TimeLexicon lexicon) => lexicon[token.Lemma].IsFuture || lexicon[token.Form].IsFuture;

    /// <summary>"Lavrov to visit Tokyo on Friday": an infinitive with no verb above it.</summary>
    private static bool IsHeadline(Token[] tokens, int verb) =>
        tokens[verb].Head is var head && (head < 0 || (tokens[verb].Relation == DependencyRelation.Acl && tokens[head].Head < 0 && tokens[head].Tag == UniversalTag.PROPN));

    private static Direction OfVerb(Token[] tokens, int verb, bool isFirst, TimeLexicon lexicon)
    {
        var (future, perfect, to, be) = (false, false, false, "");
        for (var i = Math.Max(0, verb - 12); i < verb; i++)
        {
            if (tokens[i].Head != verb)
            {
                continue;
            }

            if (tokens[i].Relation is DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop)
            {
                future |= tokens[i].PennTag == "MD" && lexicon[tokens[i].Lemma].IsFuture;
                perfect |= tokens[i].Lemma == "have";
                be = tokens[i].Lemma == "be" ? tokens[i].PennTag : be;
            }

            to |= tokens[i].Relation == DependencyRelation.Mark && tokens[i].PennTag == "TO";
        }

        if (perfect)
        {
            return Direction.Past;
        }

        if (future)
        {
            return Direction.Future;
        }

        var tag = tokens[verb].PennTag;
        if (to && IsHeadline(tokens, verb))
        {
            return Direction.Future;
        }

        return tag switch
        {
            "VBD" => Direction.Past,
            "VBZ" or "VBP" when isFirst && lexicon[tokens[verb].Lemma].IsPlanned => Direction.Future,
            "VBN" when be is "VBD" => Direction.Past,
            "VBG" when be is "VBZ" or "VBP" && isFirst => Direction.Future,
            _ => Direction.Unknown,
        };
    }
}
