using System.Text;

namespace Demarche.Text.Conllu;

/// <summary>Draws the parse of a sentence as text, for people.</summary>
public static class TreePrinter
{
    /// <returns>
    /// One line a word, in the order of the tree: the word under its governor, then its relation, tags and lemma. Lines end
    /// in <c>\n</c>.
    /// </returns>
    public static string Print(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = sentence.Tokens;
        var pictures = new string[tokens.Length];
        var order = new List<int>(tokens.Length);
        var stack = new Stack<(int Token, string Indent, bool IsLast, bool IsRoot)>();
        Push(tokens, -1, "", stack);
        while (stack.TryPop(out var next))
        {
            pictures[next.Token] = next.IsRoot ? tokens[next.Token].Form : $"{next.Indent}{(next.IsLast ? "└─ " : "├─ ")}{tokens[next.Token].Form}";
            order.Add(next.Token);
            Push(tokens, next.Token, next.IsRoot ? "" : $"{next.Indent}{(next.IsLast ? "   " : "│  ")}", stack);
        }

        var width = order.Count == 0 ? 0 : order.Max(i => pictures[i].Length);
        var text = new StringBuilder();
        foreach (var i in order)
        {
            var token = tokens[i];
            text.Append(pictures[i].PadRight(width)).Append("  ").Append(token.Relation.Name()).Append(' ')
                .Append(token.Tag).Append(' ').Append(token.PennTag).Append(' ').Append(token.Lemma);
            if (token.Name != NameKind.None)
            {
                text.Append(' ').Append('[').Append(token.StartsName ? "" : "…").Append(token.Name).Append(']');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Push(Token[] tokens, int head, string indent, Stack<(int Token, string Indent, bool IsLast, bool IsRoot)> stack)
    {
        var isLast = true;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            if (tokens[i].Head == head)
            {
                stack.Push((i, indent, isLast, head < 0));
                isLast = false;
            }
        }
    }
}
