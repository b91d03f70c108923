using Demarche.Text.Training;

namespace Demarche.Evaluation;

/// <summary>The names that training takes from GUM's entities: mentions headed by a proper noun, without titles and articles.</summary>
internal static class TreebankNames
{
    internal static IEnumerable<NamedSentence> Read(string folder) => Treebank.ReadFolder(folder).Select(
        sentence => new NamedSentence(sentence.Document.Split('_') is { Length: > 1 } parts ? parts[1] : "", sentence.Forms,
            ParserScores.Names(sentence.Names).Select(name => new Name(name.Start, name.End, name.Kind)).ToHashSet()));
}
