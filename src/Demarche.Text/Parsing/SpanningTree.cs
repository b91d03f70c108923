namespace Demarche.Text.Parsing;

/// <summary>Finds the tree with the highest sum of scores among those in which exactly one token hangs from the root.</summary>
/// <remarks>
/// Chu-Liu and Edmonds. That one token only hangs from the root is reached by making the root's arcs so costly that the best
/// tree has as few of them as can be. An instance is working space and belongs to one thread.
/// </remarks>
internal sealed class SpanningTree
{
    private int capacity;

    private double[] weights = [], cycleEntry = [];

    private int[] enters = [], leaves = [], best = [], mark = [], nodes = [], cycle = [], cycleHeads = [], levelStarts = [], levelNodes = [];

    /// <param name="scores">For each token a row: first the score of hanging from the root, then of hanging from each token.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="heads">Takes the result, -1 for the root's token; its length is the number of tokens.</param>
    internal void Find(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        Reserve(heads.Length + 1);
        ChooseBest(scores, stride, heads);
        if (IsTree(heads)) return;

        Fill(scores, stride, heads.Length);
        Contract(heads.Length + 1);
        for (var i = 0; i < heads.Length; i++) heads[i] = best[i + 1] - 1;
    }

    private static void ChooseBest(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            var row = scores.Slice(i * stride, heads.Length + 1);
            var chosen = i == 0 && row.Length > 2 ? 2 : 0;
            for (var j = 0; j < row.Length; j++) if (j != i + 1 && row[j] > row[chosen]) chosen = j;
            heads[i] = chosen - 1;
        }
    }

    private bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        foreach (var head in heads) roots += head < 0 ? 1 : 0;
        if (roots != 1) return false;

        mark.AsSpan(0, heads.Length).Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            while (at >= 0 && mark[at] == 0)
            {
                mark[at] = i + 1;
                at = heads[at];
            }

            if (at >= 0 && mark[at] == i + 1) return false;
        }

        return true;
    }

    private void Fill(ReadOnlySpan<float> scores, int stride, int tokens)
    {
        var (least, most) = (double.MaxValue, double.MinValue);
        for (var i = 0; i < tokens; i++)
        {
            for (var j = 0; j <= tokens; j++)
            {
                if (j == i + 1) continue;
                var score = (double)scores[(i * stride) + j];
                weights[((i + 1) * capacity) + j] = score;
                (least, most) = (Math.Min(least, score), Math.Max(most, score));
            }
        }

        var penalty = ((most - least) * (tokens + 1)) + 1;
        for (var i = 1; i <= tokens; i++) weights[i * capacity] -= penalty;
    }

    private void Contract(int count)
    {
        var active = count;
        for (var i = 0; i < count; i++) nodes[i] = i;
        var levels = 0;
        var cycleEnd = 0;
        while (true)
        {
            for (var i = 0; i < active; i++) if (nodes[i] != 0) best[nodes[i]] = BestHead(nodes[i], active);
            var length = FindCycle(active, cycleEnd);
            if (length == 0) break;

            levelStarts[levels] = cycleEnd;
            for (var i = cycleEnd; i < cycleEnd + length; i++) cycleHeads[i] = best[cycle[i]];
            active = Merge(levels, cycleEnd, length, active);
            cycleEnd += length;
            levels++;
        }

        for (var level = levels - 1; level >= 0; level--)
        {
            Expand(level, levelStarts[level], cycleEnd, count);
            cycleEnd = levelStarts[level];
        }
    }

    private int BestHead(int node, int active)
    {
        var chosen = -1;
        for (var i = 0; i < active; i++)
        {
            var head = nodes[i];
            if (head != node && (chosen < 0 || weights[(node * capacity) + head] > weights[(node * capacity) + chosen])) chosen = head;
        }

        return chosen;
    }

    // Writes the nodes of a cycle, if there is one, and returns how many they are.
    private int FindCycle(int active, int cycleEnd)
    {
        for (var i = 0; i < active; i++) mark[nodes[i]] = 0;
        for (var i = 0; i < active; i++)
        {
            var at = nodes[i];
            while (at != 0 && mark[at] == 0)
            {
                mark[at] = i + 1;
                at = best[at];
            }

            if (at == 0 || mark[at] != i + 1) continue;
            var (first, length) = (at, 0);
            do
            {
                cycle[cycleEnd + length++] = at;
                at = best[at];
            }
            while (at != first);
            return length;
        }

        return 0;
    }

    // The first node of the cycle stands for all of it from now on.
    private int Merge(int level, int start, int length, int active)
    {
        var merged = cycle[start];
        levelNodes[level] = merged;
        for (var i = start; i < start + length; i++) mark[cycle[i]] = -1;
        for (var i = 0; i < active; i++)
        {
            var outside = nodes[i];
            if (mark[outside] == -1) continue;
            var (enter, leave) = (-1, -1);
            var (enterWeight, leaveWeight) = (double.NegativeInfinity, double.NegativeInfinity);
            for (var k = start; k < start + length; k++)
            {
                var inside = cycle[k];
                var gain = weights[(inside * capacity) + outside] - weights[(inside * capacity) + cycleHeads[k]];
                if (enter < 0 || gain > enterWeight) (enter, enterWeight) = (inside, gain);
                if (outside == 0) continue;
                var weight = weights[(outside * capacity) + inside];
                if (leave < 0 || weight > leaveWeight) (leave, leaveWeight) = (inside, weight);
            }

            enters[(level * capacity) + outside] = enter;
            leaves[(level * capacity) + outside] = leave;
            cycleEntry[outside] = enterWeight;
            if (outside != 0) weights[(outside * capacity) + merged] = leaveWeight;
        }

        var kept = 0;
        for (var i = 0; i < active; i++)
        {
            var node = nodes[i];
            if (mark[node] != -1) weights[(merged * capacity) + node] = cycleEntry[node];
            if (mark[node] != -1 || node == merged) nodes[kept++] = node;
        }

        return kept;
    }

    private void Expand(int level, int start, int end, int count)
    {
        var merged = levelNodes[level];
        var head = best[merged];
        // Nodes that an earlier contraction took away are rewritten too, in vain: their own expansion is still to come.
        for (var node = 1; node < count; node++) if (best[node] == merged) best[node] = leaves[(level * capacity) + node];
        for (var k = start; k < end; k++) best[cycle[k]] = cycleHeads[k];
        best[enters[(level * capacity) + head]] = head;
    }

    private void Reserve(int count)
    {
        if (count <= capacity) return;
        capacity = Math.Max(64, count * 5 / 4);
        weights = new double[capacity * capacity];
        enters = new int[capacity * capacity];
        leaves = new int[capacity * capacity];
        cycleEntry = new double[capacity];
        best = new int[capacity];
        mark = new int[capacity];
        nodes = new int[capacity];
        cycle = new int[2 * capacity];
        cycleHeads = new int[2 * capacity];
        levelStarts = new int[capacity];
        levelNodes = new int[capacity];
    }
}
