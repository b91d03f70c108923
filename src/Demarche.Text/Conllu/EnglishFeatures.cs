namespace Demarche.Text.Conllu;

/// <summary>Derives the universal features of an English word from its Penn tag, its lemma and its relations.</summary>
internal static class EnglishFeatures
{
    /// <returns>The features in the order of their names, joined by bars; <c>_</c> for none.</returns>
    internal static string Of(Token[] tokens, int i)
    {
        var token = tokens[i];
        return token.PennTag switch
        {
            "NN" or "NNP" => token.Tag == UniversalTag.PRON ? $"Number=Sing|PronType={Indefinite(token.Lemma)}" : "Number=Sing",
            "NNS" or "NNPS" => "Number=Plur",
            "JJ" => token.Lemma is "first" or "second" or "third" ? "Degree=Pos|NumForm=Word|NumType=Ord" : "Degree=Pos",
            "JJR" or "RBR" => "Degree=Cmp",
            "JJS" or "RBS" => "Degree=Sup",
            "RB" => Adverb(token),
            "VB" => IsImperative(tokens, i) ? "Mood=Imp|Person=2|VerbForm=Fin" : "VerbForm=Inf",
            "VBZ" => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
            "VBP" => Finite(tokens, i, "Pres"),
            "VBD" => Finite(tokens, i, "Past"),
            "VBG" => token.Tag == UniversalTag.NOUN ? "Number=Sing" : IsGerund(tokens, i) ? "VerbForm=Ger" : "Tense=Pres|VerbForm=Part",
            "VBN" => IsPassive(tokens, i) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part",
            "MD" => "VerbForm=Fin",
            "CD" => char.IsAsciiDigit(token.Form[^1]) ? "NumForm=Digit|NumType=Card" : "NumForm=Word|NumType=Card",
            "PRP" or "PRP$" => Pronoun(token, possessive: token.PennTag == "PRP$"),
            "DT" => Determiner(token),
            "WP" or "WP$" or "WDT" or "WRB" => Question(tokens, i),
            "EX" => "PronType=Dem",
            "PDT" => "PronType=Tot",
            "UH" => token.Lemma switch { "yes" or "yeah" or "yep" => "Polarity=Pos", "no" or "nope" => "Polarity=Neg", _ => "_" },
            _ => "_",
        };
    }

    private static string Adverb(Token token) => token.Lemma switch
    {
        "not" => "Polarity=Neg",
        "here" or "there" or "then" => "PronType=Dem",
        "once" or "twice" => "NumForm=Word|NumType=Mult",
        "about" or "all" or "already" or "also" or "always" or "as" or "even" or "however" or "instead" or "just" or "maybe" or "never" or "now" or "only"
            or "out" or "over" or "pretty" or "quite" or "so" or "sometimes" or "somehow" or "thus" or "very" or "yet" => "_",
        _ => token.Tag == UniversalTag.ADV ? "Degree=Pos" : "_",
    };

    private static bool IsImperative(Token[] tokens, int i)
    {
        if (tokens[i].Relation is not (DependencyRelation.Root or DependencyRelation.Conj or DependencyRelation.Parataxis or DependencyRelation.Ccomp))
        {
            return false;
        }

        foreach (var token in tokens)
        {
            if (token.Head == i && token.Lemma != "do"
                && token.Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Mark or DependencyRelation.Aux or DependencyRelation.Expl)
            {
                return false;
            }
        }

        return tokens[i].Relation == DependencyRelation.Root || tokens[i].Head < 0 || tokens[tokens[i].Head].PennTag == "VB";
    }

    private static string Finite(Token[] tokens, int i, string tense)
    {
        var subject = Subject(tokens, i);
        var agreement = tokens[i].Form is "am" or "'m" or "’m" ? "Number=Sing|Person=1|"
            : subject < 0 ? ""
            : Array.Exists(tokens, t => t.Head == subject && t.Relation == DependencyRelation.Conj) ? "Number=Plur|Person=3|"
            : Agreement(tokens[subject]);
        return $"Mood=Ind|{agreement}Tense={tense}|VerbForm=Fin";
    }

    private static string Agreement(Token subject) => subject.PennTag switch
    {
        "NNS" or "NNPS" => "Number=Plur|Person=3|",
        "NN" or "NNP" => "Number=Sing|Person=3|",
        "DT" => subject.Form.ToLowerInvariant() is "these" or "those" or "both" or "all" or "some" ? "Number=Plur|Person=3|" : "Number=Sing|Person=3|",
        "PRP" => subject.Lemma switch
        {
            "I" => "Number=Sing|Person=1|",
            "we" => "Number=Plur|Person=1|",
            "you" => "Number=Sing|Person=2|",
            "they" => "Number=Plur|Person=3|",
            _ => "Number=Sing|Person=3|",
        },
        _ => "",
    };

    private static int Subject(Token[] tokens, int verb)
    {
        var governor = tokens[verb].Relation is DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop ? tokens[verb].Head : verb;
        for (var steps = 0; steps < 3; steps++)
        {
            var subject = Array.FindIndex(tokens, t => t.Head == governor && t.Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter);
            if (subject >= 0)
            {
                // "ships that were seized": the noun before speaks for "that".
                var isRelative = tokens[subject].PennTag is "WDT" or "WP" && tokens[governor].Relation == DependencyRelation.AclRelcl;
                return isRelative ? tokens[governor].Head : subject;
            }

            if (tokens[governor].Relation != DependencyRelation.Conj)
            {
                break;
            }

            governor = tokens[governor].Head;       // "they came and saw" share their subject
        }

        return -1;
    }

    /// <summary>A past participle is passive unless "have" makes it a perfect.</summary>
    private static bool IsPassive(Token[] tokens, int i)
    {
        var isPerfect = false;
        foreach (var token in tokens)
        {
            if (token.Head == i)
            {
                if (token.Relation is DependencyRelation.NsubjPass or DependencyRelation.AuxPass or DependencyRelation.CsubjPass or DependencyRelation.OblAgent)
                {
                    return true;
                }

                isPerfect |= token.Relation == DependencyRelation.Aux;
            }
        }

        return !isPerfect;
    }

    /// <summary>An -ing form without an auxiliary that stands where a noun or an adjective could is a gerund, in the treebank's terms.</summary>
    private static bool IsGerund(Token[] tokens, int i) =>
        tokens[i].Relation is DependencyRelation.Amod or DependencyRelation.Acl or DependencyRelation.Xcomp or DependencyRelation.Csubj
        && !Array.Exists(tokens, t => t.Head == i && t.Relation is DependencyRelation.Aux or DependencyRelation.AuxPass);

    private static string Pronoun(Token token, bool possessive)
    {
        var form = token.Form.ToLowerInvariant();
        var (person, number, gender) = form switch
        {
            "i" or "me" or "my" or "mine" or "myself" => (1, "Sing", ""),
            "we" or "us" or "our" or "ours" or "ourselves" or "'s" => (1, "Plur", ""),
            "you" or "your" or "yours" or "yourself" or "ya" => (2, "Sing", ""),
            "yourselves" => (2, "Plur", ""),
            "he" or "him" or "his" or "himself" => (3, "Sing", "Masc"),
            "she" or "her" or "hers" or "herself" => (3, "Sing", "Fem"),
            "it" or "its" or "itself" => (3, "Sing", "Neut"),
            "they" or "them" or "their" or "theirs" or "themselves" or "'em" => (3, "Plur", ""),
            _ => (0, "", ""),
        };
        if (person == 0)
        {
            return "_";
        }

        var reflexive = form.EndsWith("self", StringComparison.Ordinal) || form.EndsWith("selves", StringComparison.Ordinal);
        var isCase = possessive ? "Gen" : form is "me" or "us" or "him" or "them" or "'em" || reflexive || (form == "her") ? "Acc"
            : form is "it" or "you" && token.Relation is not (DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Expl) ? "Acc" : "Nom";
        return string.Concat(
            $"Case={isCase}|", gender.Length > 0 ? $"Gender={gender}|" : "", number.Length > 0 ? $"Number={number}|" : "",
            $"Person={person}|", possessive ? "Poss=Yes|" : "", "PronType=Prs", reflexive ? "|Reflex=Yes" : "");
    }

    private static string Determiner(Token token) => token.Form.ToLowerInvariant() switch
    {
        "the" => "Definite=Def|PronType=Art",
        "a" or "an" => "Definite=Ind|PronType=Art",
        "this" or "that" => "Number=Sing|PronType=Dem",
        "these" or "those" => "Number=Plur|PronType=Dem",
        "no" or "neither" => "PronType=Neg",
        _ => "PronType=Ind",
    };

    private static string Indefinite(string lemma) =>
        lemma.StartsWith("every", StringComparison.Ordinal) ? "Tot" : lemma.StartsWith("no", StringComparison.Ordinal) ? "Neg" : "Ind";

    private static string Question(Token[] tokens, int i)
    {
        for (var head = tokens[i].Head; head >= 0; head = tokens[head].Head)
        {
            if (tokens[head].Relation is DependencyRelation.AclRelcl or DependencyRelation.AdvclRelcl)
            {
                return "PronType=Rel";
            }
        }

        return "PronType=Int";
    }
}
