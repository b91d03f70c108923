namespace Demarche.Text.Training;

/// <summary>Reads GUM's entity notation, <c>(3-person-new-…</c> where a mention opens and <c>3)</c> where it closes, and that of <c>demarche parse</c>, <c>(person</c> and <c>person)</c>.</summary>
internal static class EntityColumn
{
    private const string Key = "Entity=";

    internal static List<EntityMention> Read(List<string[]> words)
    {
        var open = new List<(string Id, string Type, int Start)>();
        var found = new List<EntityMention>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var field in words[i][9].Split('|'))
                if (field.StartsWith(Key, StringComparison.Ordinal)) ReadField(field.AsSpan(Key.Length), i, open, found);
        }

        return found;
    }

    private static void ReadField(ReadOnlySpan<char> field, int token, List<(string Id, string Type, int Start)> open, List<EntityMention> found)
    {
        while (field.Length > 0)
        {
            var opens = field[0] == '(';
            if (opens) field = field[1..];
            var end = field.IndexOfAny('(', ')');
            var part = end < 0 ? field : field[..end];
            var closes = end >= 0 && field[end] == ')';
            if (opens)
            {
                var dash = part.IndexOf('-');
                var id = dash < 0 ? part : part[..dash];
                var rest = dash < 0 ? part : part[(dash + 1)..];
                var type = rest.IndexOf('-') is var next && next < 0 ? rest : rest[..next];
                open.Add((id.ToString(), type.ToString(), token));
                if (closes) Close(open, open.Count - 1, token, found);
            }
            else if (closes)
            {
                var id = part.ToString();
                var at = open.FindLastIndex(m => m.Id == id);
                if (at >= 0) Close(open, at, token, found);
            }

            field = end < 0 ? [] : field[(end + (closes ? 1 : 0))..];
        }
    }

    private static void Close(List<(string Id, string Type, int Start)> open, int at, int token, List<EntityMention> found)
    {
        found.Add(new EntityMention(open[at].Start, token + 1, open[at].Type));
        open.RemoveAt(at);
    }
}
