using Demarche.Text.Parsing;
using Demarche.Text.Training;

namespace Demarche.Evaluation;

/// <summary>The names that training takes from GUM's entities: mentions headed by a proper noun, without titles and articles.</summary>
internal static class TreebankNames
{
    internal static IEnumerable<NamedSentence> Read(string folder) => Treebank.ReadFolder(folder).Select(
        sentence => new NamedSentence(sentence.Document.Split('_') is { Length: > 1 } parts ? parts[1] : "", sentence.Forms, Names(sentence.Names)));

    private static HashSet<Name> Names(int[] labels)
    {
        var names = new HashSet<Name>();
        for (var i = 0; i < labels.Length;)
        {
            var start = i++;
            if (labels[start] == 0) continue;
            var kind = NameLabels.Kind(labels[start]);
            while (i < labels.Length && labels[i] == NameLabels.Of(kind, starts: false)) i++;
            names.Add(new Name(start, i, kind));
        }

        return names;
    }
}
