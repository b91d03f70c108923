namespace Demarche.Knowledge.Importing;

/// <summary>What must stand with a verb, and where the parties stand, in our pattern language.</summary>
/// <param name="Requirements">Parted by blanks; empty for none.</param>
/// <param name="Actor">Slots; empty for the default.</param>
/// <param name="Recipient">Slots; empty for the default.</param>
internal sealed record PatternReading(string Requirements, string Actor, string Recipient)
{
    // The defaults of docs/codebook.md, "Roles", which have no source.
    private const string DefaultActor = "subj";
    private const string DefaultRecipient = "obj|against|on|at|with|to|for";

    // Whoever is named anywhere behind what the pattern asks for.
    private const string Anyone = "against|on|at|with|to|for|from|in|of|obj.of";

    /// <summary>The same with the parties exchanged.</summary>
    internal PatternReading Reversed() =>
        this with { Actor = Recipient.Length == 0 ? DefaultRecipient : Recipient, Recipient = Actor.Length == 0 ? DefaultActor : Actor };

    /// <summary>Reads one variant of a pattern.</summary>
    /// <exception cref="PatternException">Our pattern language cannot say it.</exception>
    internal static IEnumerable<PatternReading> Of(List<PatternLeaf> leaves, PatternWords words)
    {
        var verb = leaves.FindIndex(leaf => leaf.Kind == PatternLeafKind.Verb);
        if (verb < 0 || leaves.FindLastIndex(leaf => leaf.Kind == PatternLeafKind.Verb) != verb) throw new PatternException(PetrarchMessages.OneVerb());
        var before = leaves[..verb];
        return Particles(leaves[(verb + 1)..]).Select(after => new Reader(words, before, after).Read()).ToList();
    }

    // "OFF" may be the verb's own or govern what follows; a parser reads it either way.
    private static IEnumerable<List<PatternLeaf>> Particles(List<PatternLeaf> after)
    {
        if (after is not [{ Kind: PatternLeafKind.Preposition, Text: var word }, .. var rest]) return [after];
        var endsPhrase = rest is [] or [{ Kind: PatternLeafKind.Preposition }, ..];
        var isParticle = word is "OFF" or "OUT" or "OVER" or "THROUGH" or "AROUND" or "ALONG" || endsPhrase && word is "IN" or "ON" or "BY" or "ABOUT" or "ACROSS";
        return isParticle ? [[new(PatternLeafKind.Particle, word), .. rest], after] : [after];
    }

    private sealed class Reader(PatternWords words, List<PatternLeaf> left, List<PatternLeaf> right)
    {
        private readonly List<string> _requirements = [];
        private readonly List<string> _open = [];
        private readonly bool _passive = left.Exists(leaf => leaf.Kind == PatternLeafKind.Auxiliary) || IsByMark(right);
        private string _actor = "";
        private string _recipient = "";

        internal PatternReading Read()
        {
            ReadBefore();
            ReadAfter();
            if (_recipient.Length == 0 && _open.Exists(slot => !DefaultRecipient.Split('|').Contains(slot)))
                _recipient = string.Join('|', _open.Concat(DefaultRecipient.Split('|')).Distinct());
            if (_actor.Length > 0 && _actor == _recipient) throw new PatternException(PetrarchMessages.SamePlace());
            return new(string.Join(' ', _requirements), _actor == DefaultActor ? "" : _actor, _recipient);
        }

        private static bool IsByMark(List<PatternLeaf> after)
        {
            var by = after.FindIndex(leaf => leaf is { Kind: PatternLeafKind.Preposition, Text: "BY" });
            return by >= 0 && by + 1 < after.Count && after[by + 1].Kind == PatternLeafKind.Mark;
        }

        private void ReadBefore()
        {
            var subject = _passive ? "obj" : "subj";
            string? preposition = null;
            var (hasSubject, hasPhrase) = (false, false);
            foreach (var leaf in left)
            {
                switch (leaf.Kind)
                {
                    case PatternLeafKind.Preposition:
                        preposition = Slots(leaf.Text, ofPhrase: false);
                        continue;
                    case PatternLeafKind.Phrase when preposition is not null && !hasSubject:
                        _requirements.Add($"{preposition}={words.Restriction(leaf.Text)}");
                        break;
                    case PatternLeafKind.Phrase when preposition is not null:
                        throw new PatternException(PetrarchMessages.InsideSubject(leaf.Text));
                    case PatternLeafKind.Phrase when hasPhrase:
                        throw new PatternException(PetrarchMessages.Follows(leaf.Text));
                    case PatternLeafKind.Phrase:
                        _requirements.Add($"{subject}={words.Restriction(leaf.Text)}");
                        (hasSubject, hasPhrase) = (true, true);
                        break;
                    case PatternLeafKind.Mark:
                        Mark(leaf.Text, preposition is null ? subject : hasSubject ? string.Join('|', preposition.Split('/').Select(slot => $"{subject}.{slot}")) : preposition.Replace('/', '|'), asked: null);
                        hasSubject |= preposition is null;
                        break;
                    case PatternLeafKind.Particle:
                        throw new PatternException(PetrarchMessages.Follows(leaf.Text));
                }
                preposition = null;
            }
        }

        private void ReadAfter()
        {
            string? preposition = null, before = null;
            var (isTaken, hasClause) = (_passive, false);
            for (var i = 0; i < right.Count; i++)
            {
                var leaf = right[i];
                switch (leaf.Kind)
                {
                    case PatternLeafKind.Particle:
                        Close(ref preposition);
                        _requirements.Add("prt=" + leaf.Text.ToLowerInvariant());
                        break;
                    case PatternLeafKind.Preposition:
                        Close(ref preposition);
                        var next = i + 1 < right.Count ? right[i + 1].Kind : PatternLeafKind.Verb;
                        preposition = Slots(leaf.Text, ofPhrase: next != PatternLeafKind.Mark);
                        break;
                    case PatternLeafKind.Phrase when preposition is not null:
                        _requirements.Add($"{preposition}={words.Restriction(leaf.Text)}");
                        hasClause |= preposition.Contains("comp", StringComparison.Ordinal);
                        (before, preposition, isTaken) = (preposition, null, true);
                        break;
                    case PatternLeafKind.Phrase when isTaken:
                        throw new PatternException(PetrarchMessages.Follows(leaf.Text));
                    case PatternLeafKind.Phrase:
                        _requirements.Add($"{(PatternWords.IsGerund(leaf.Text) ? "obj/xcomp" : "obj")}={words.Restriction(leaf.Text)}");
                        hasClause |= PatternWords.IsGerund(leaf.Text);
                        isTaken = true;
                        break;
                    case PatternLeafKind.Mark when preposition is not null:
                        if (_passive && preposition == "by") Mark(leaf.Text, "subj", asked: null);
                        // "agreed to talks with": a parse may hang the party on the talks, where a requirement does not see it.
                        else if (before is not null) Mark(leaf.Text, Inside(before, preposition), asked: null);
                        else Mark(leaf.Text, preposition.Replace('/', '|'), asked: preposition);
                        (preposition, isTaken) = (null, true);
                        break;
                    case PatternLeafKind.Mark when isTaken:
                        Mark(leaf.Text, hasClause ? "comp.obj|" + Anyone : Anyone, asked: null);
                        break;
                    // "GAVE + WEAPONS", "ATTACKED + TROOPS": whom the object is for, or whose it is.
                    case PatternLeafKind.Mark when i + 1 < right.Count && right[i + 1].Kind == PatternLeafKind.Phrase:
                        Mark(leaf.Text, "iobj|obj", asked: null);
                        break;
                    case PatternLeafKind.Mark:
                        Mark(leaf.Text, "obj", asked: "obj");
                        isTaken = true;
                        break;
                    case PatternLeafKind.Auxiliary:
                        throw new PatternException(PetrarchMessages.GrammarWord(leaf.Text));
                }
            }
            Close(ref preposition);
        }

        // A preposition with nothing behind it: something stands there, most likely the other party.
        private void Close(ref string? preposition)
        {
            if (preposition is null) return;
            _requirements.Add(preposition);
            _open.AddRange(preposition.Split('/').Where(slot => slot is not ("xcomp" or "ccomp")));
            preposition = null;
        }

        private void Mark(string mark, string slots, string? asked)
        {
            if (mark == "%")
            {
                if (slots.Contains('.', StringComparison.Ordinal) || _actor.Length > 0 || _recipient.Length > 0) throw new PatternException(PetrarchMessages.Compound());
                _requirements.Add($"{slots.Replace('|', '/')}=#several");
                (_actor, _recipient) = (slots, "with");
                return;
            }
            // Somebody must stand there, or in the phrase there: "pounded Swedish positions".
            if (asked is not null) _requirements.Add(asked);
            var role = mark == "$" ? _actor : _recipient;
            if (role.Length > 0) throw new PatternException(PetrarchMessages.MarkTwice(mark));
            if (mark == "$") _actor = slots;
            else _recipient = slots;
        }

        private static string Inside(string before, string preposition) => string.Join('|',
            preposition.Split('/').SelectMany(inner => before.Split('/').Select(outer => $"{outer}.{inner}").Prepend(inner)));

        // "TO ATTACK" is an infinitive, "TO TROOPS" a phrase.
        private static string Slots(string prepositions, bool ofPhrase) => string.Join('/', prepositions.ToLowerInvariant().Split('|')
            .Select(word => word == "that" ? "ccomp" : word == "to" && ofPhrase ? "to/xcomp" : word).Distinct());
    }
}
