using Demarche.Text.Neural;

namespace Demarche.Text.Training;

/// <summary>Writes what was learnt as a file that <see cref="Parsing.ParserModel"/> loads.</summary>
internal static class ModelWriter
{
    internal static void Write(ParserNetwork network, string path)
    {
        var writer = new TensorFile.Writer();
        writer.Text("penn tags", string.Join(' ', network.PennTags));
        writer.Text("universal tags", string.Join(' ', Enum.GetNames<UniversalTag>()));
        writer.Text("relations", string.Join(' ', Enum.GetNames<DependencyRelation>()));
        writer.Text("names", string.Join(' ', Enum.GetNames<NameKind>()));
        writer.UInt64s("word.keys", network.Words.WordKeys);
        writer.UInt64s("gazetteer.keys", network.Words.Gazetteer.Keys);
        writer.SignedBytes("gazetteer.classes", network.Words.Gazetteer.Keys.Length, 1, network.Words.Gazetteer.Classes.Span);
        var vectors = network.Words.Vectors;
        writer.UInt64s("vectors.keys", vectors.Keys);
        writer.SignedBytes("vectors.values", vectors.Keys.Length, Parsing.ParserShape.Vector, vectors.Values.Span);
        writer.Halves("vectors.scales", vectors.Keys.Length, 1, vectors.Scales.Span);
        foreach (var parameter in network.Parameters)
        {
            if (parameter.Rows == 1) writer.Singles(parameter.Name, parameter.Rows, parameter.Columns, parameter.Average);
            else writer.Halves(parameter.Name, parameter.Rows, parameter.Columns, parameter.Average);
        }

        writer.Write(path);
    }
}
