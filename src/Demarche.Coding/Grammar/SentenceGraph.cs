using Demarche.Text;

namespace Demarche.Coding;

/// <summary>A sentence's parse, made walkable: children, subtrees, and the words that join a phrase to its governor.</summary>
internal sealed class SentenceGraph
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _left;
    private readonly int[] _right;

    internal SentenceGraph(Sentence sentence, WordLists words)
    {
        Sentence = sentence;
        Words = words;
        Tokens = DoubleSubjects.Join(LostSubjects.Restore(LostVerbs.Restore(sentence.Tokens)));
        var count = Tokens.Length;
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _left = new int[count];
        _right = new int[count];
        Array.Fill(_firstChild, -1);
        Root = -1;
        for (var i = count - 1; i >= 0; i--)
        {
            (_left[i], _right[i]) = (i, i);
            var head = Tokens[i].Head;
            if (head < 0)
            {
                Root = i;
                continue;
            }
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
        if (Root >= 0)
            Spread();
    }

    internal Sentence Sentence { get; }

    private WordLists Words { get; }

    internal Token[] Tokens { get; }

    /// <summary>Index of the root; -1 in an empty sentence.</summary>
    internal int Root { get; }

    internal string Lemma(int token) => Tokens[token].Lemma;

    /// <summary>Whether a token's lemma is in a list of data/coding/words.tsv.</summary>
    internal bool Is(int token, WordList list) => Words.Has(list, Tokens[token].Lemma);

    /// <summary>The same for a word that stands in capitals as a name: "the House".</summary>
    internal bool IsNamedAs(int token, WordList list) => Words.Has(list, Tokens[token].Lemma.ToLowerInvariant());

    internal DependencyRelation Relation(int token) => Tokens[token].Relation;

    internal int Head(int token) => Tokens[token].Head;

    /// <summary>First token of the subtree.</summary>
    internal int Left(int token) => _left[token];

    /// <summary>Last token of the subtree.</summary>
    internal int Right(int token) => _right[token];

    internal ChildList Children(int token) => new(this, token);

    /// <returns>The first child in a relation; -1 when there is none.</returns>
    internal int Child(int token, DependencyRelation relation)
    {
        for (var child = _firstChild[token]; child >= 0; child = _nextSibling[child])
        {
            if (Tokens[child].Relation == relation)
                return child;
        }
        return -1;
    }

    internal bool Has(int token, DependencyRelation relation) => Child(token, relation) >= 0;

    internal bool IsInside(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps <= Tokens.Length; token = Tokens[token].Head, steps++)
        {
            if (token == ancestor)
                return true;
        }
        return false;
    }

    internal int Depth(int token)
    {
        var depth = 0;
        while ((token = Tokens[token].Head) >= 0 && depth < Tokens.Length)
            depth++;
        return depth;
    }

    /// <summary>The preposition or subordinator that joins a phrase to its governor, fixed parts included ("because of", "ahead of"); null when none does.</summary>
    internal string? Joint(int phrase)
    {
        var joint = JointToken(phrase);
        if (joint < 0)
            return null;
        var rest = Child(joint, DependencyRelation.Fixed);
        return rest < 0 ? Lemma(joint) : $"{Lemma(joint)} {Lemma(rest)}";
    }

    internal bool HasJoint(int phrase, string preposition)
    {
        foreach (var child in Children(phrase))
        {
            if (Tokens[child].Relation is DependencyRelation.Case or DependencyRelation.Mark && IsJoint(child, preposition))
                return true;
        }
        var joint = JointToken(phrase);
        return joint >= 0 && IsJoint(joint, preposition);
    }

    // "on behalf of", "ahead of": the codebook may name the first or the last word.
    private bool IsJoint(int joint, string preposition)
    {
        if (Lemma(joint) == preposition)
            return true;
        foreach (var part in Children(joint))
        {
            if (Tokens[part].Relation == DependencyRelation.Fixed && Lemma(part) == preposition)
                return true;
        }
        return false;
    }

    private int JointToken(int phrase)
    {
        var joint = Child(phrase, DependencyRelation.Case);
        if (joint < 0)
            joint = Child(phrase, DependencyRelation.Mark);
        if (joint >= 0)
            return joint;
        // "with the Somali President Mohamed": the preposition may hang on the title before the name.
        foreach (var child in Children(phrase))
        {
            if (child < phrase && Tokens[child].Relation is DependencyRelation.NmodDesc or DependencyRelation.Compound or DependencyRelation.Amod && Child(child, DependencyRelation.Case) is >= 0 and var nested)
                return nested;
        }
        return -1;
    }

    internal TextSpan SpanOf(int first, int last) => new(Tokens[first].Span.Start, Tokens[last].Span.End);

    /// <summary>The words from the first to the last token of a subtree.</summary>
    internal TextSpan SubtreeSpan(int token) => SpanOf(_left[token], _right[token]);

    internal string TextOf(TextSpan span) => Sentence.Text[span.Start..span.End];

    // Children come after their head in no fixed order, so the edges are spread up the tree once per token.
    private void Spread()
    {
        for (var i = 0; i < Tokens.Length; i++)
        {
            for (int up = Tokens[i].Head, steps = 0; up >= 0 && steps < Tokens.Length; up = Tokens[up].Head, steps++)
            {
                if (i < _left[up])
                    _left[up] = i;
                if (i > _right[up])
                    _right[up] = i;
            }
        }
    }

    internal readonly struct ChildList(SentenceGraph graph, int token)
    {
        public Enumerator GetEnumerator() => new(graph, token);

        internal struct Enumerator(SentenceGraph graph, int token)
        {
            private int _next = graph._firstChild[token];

            public int Current { get; private set; } = -1;

            public bool MoveNext()
            {
                Current = _next;
                if (_next >= 0)
                    _next = graph._nextSibling[_next];
                return Current >= 0;
            }
        }
    }
}
