using Demarche.Text.Tokens;

namespace Demarche.Text.Lemmas;

/// <summary>One row of the lemma model: a listed word with its lemma, or the end of a word with what is done to it.</summary>
internal sealed record LemmaEntry(bool IsRule, string Tag, string Key, string Value)
{
    internal static List<LemmaEntry> ReadAll(string path)
    {
        var (directory, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        var entries = new List<LemmaEntry>();
        var keys = new HashSet<(bool, string, string)>();
        foreach (var row in LanguageTable.Read(directory, name, columns: 4))
        {
            var isRule = row.OneOf(0, "end", "word") == "end";
            if (isRule && !LemmaEdit.TryParse(row[3], out _))
            {
                throw row.Wrong(3, LemmaEdit.Complaint(row[3]));
            }

            if (!keys.Add((isRule, row[1], row[2])))
            {
                throw row.Wrong(2, $"'{row[2]}' with tag {row[1]} stands twice.");
            }

            entries.Add(new LemmaEntry(isRule, row[1], row[2], row[3]));
        }

        return entries.Count > 0 ? entries : throw new LanguageDataException($"'{path}' holds no rows; make it anew with LemmaTraining.");
    }

    public override string ToString() => $"{(IsRule ? "end" : "word")}\t{Tag}\t{Key}\t{Value}";
}
