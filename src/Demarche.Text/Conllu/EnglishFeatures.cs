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
            "NN" or "NNP" => "Number=Sing",
            "NNS" or "NNPS" => "Number=Plur",
            "JJ" => "Degree=Pos",
            "JJR" or "RBR" => "Degree=Cmp",
            "JJS" or "RBS" => "Degree=Sup",
            "RB" => Adverb(token),
            "VB" => IsImperative(tokens, i) ? "Mood=Imp|Person=2|VerbForm=Fin" : "VerbForm=Inf",
            "VBZ" => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
            "VBP" => Finite(tokens, i, "Pres"),
            "VBD" => Finite(tokens, i, "Past"),
            "VBG" => token.Tag == UniversalTag.NOUN ? "Number=Sing" : "Tense=Pres|VerbForm=Part",
            "VBN" => IsPassive(tokens, i) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part",
            "MD" => "VerbForm=Fin",
            "CD" => char.IsAsciiDigit(token.Form[^1]) ? "NumForm=Digit|NumType=Card" : "NumForm=Word|NumType=Card",
            "PRP" or "PRP$" => Pronoun(token, possessive: token.PennTag == "PRP$"),
            "DT" => Determiner(token.Lemma),
            "WP" or "WP$" or "WDT" or "WRB" => Question(tokens, i),
            "EX" => "PronType=Dem",
            _ => "_",
        };
    }

    private static string Adverb(Token token) => token.Lemma switch
    {
        "not" => "Polarity=Neg",
        "never" => "Degree=Pos",
        "here" or "there" or "then" or "now" => "PronType=Dem",
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
        var (form, subject) = (tokens[i].Form, Subject(tokens, i));
        var agreement = form.ToLowerInvariant() switch
        {
            "am" or "'m" or "’m" => "Number=Sing|Person=1|",
            _ when subject < 0 => "",
            _ => Agreement(tokens[subject]),
        };
        return $"Mood=Ind|{agreement}Tense={tense}|VerbForm=Fin";
    }

    private static string Agreement(Token subject) => subject.PennTag switch
    {
        "NNS" or "NNPS" => "Number=Plur|Person=3|",
        "NN" or "NNP" => "Number=Sing|Person=3|",
        "PRP" => subject.Lemma switch
        {
            "I" => "Number=Sing|Person=1|",
            "we" => "Number=Plur|Person=1|",
            "you" => "Person=2|",
            "they" => "Number=Plur|Person=3|",
            _ => "Number=Sing|Person=3|",
        },
        _ => "",
    };

    private static int Subject(Token[] tokens, int verb)
    {
        var governor = tokens[verb].Relation is DependencyRelation.Aux or DependencyRelation.AuxPass or DependencyRelation.Cop ? tokens[verb].Head : verb;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == governor && tokens[i].Relation is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NsubjOuter)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A participle is passive with a passive subject or auxiliary, and where it stands after its noun.</summary>
    private static bool IsPassive(Token[] tokens, int i)
    {
        if (tokens[i].Relation == DependencyRelation.Acl)
        {
            return true;
        }

        foreach (var token in tokens)
        {
            if (token.Head == i && token.Relation is DependencyRelation.NsubjPass or DependencyRelation.AuxPass or DependencyRelation.CsubjPass or DependencyRelation.OblAgent)
            {
                return true;
            }
        }

        return false;
    }

    private static string Pronoun(Token token, bool possessive)
    {
        var form = token.Form.ToLowerInvariant();
        var (person, number, gender) = form switch
        {
            "i" or "me" or "my" or "mine" or "myself" => (1, "Sing", ""),
            "we" or "us" or "our" or "ours" or "ourselves" or "'s" => (1, "Plur", ""),
            "you" or "your" or "yours" or "yourself" or "yourselves" or "ya" => (2, "", ""),
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

    private static string Determiner(string lemma) => lemma switch
    {
        "the" => "Definite=Def|PronType=Art",
        "a" => "Definite=Ind|PronType=Art",
        "this" or "that" => "Number=Sing|PronType=Dem",
        "these" or "those" => "Number=Plur|PronType=Dem",
        "no" or "neither" => "PronType=Neg",
        "all" or "each" or "every" or "both" => "PronType=Tot",
        _ => "PronType=Ind",
    };

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
