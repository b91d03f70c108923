using Demarche.Text.Neural;

namespace Demarche.Text.Parsing;

/// <summary>The sizes of the network's parts, which training and parsing share.</summary>
/// <remarks>
/// A word's row is its pretrained vector and ten looked-up rows; two layers of recurrent cells run over the rows in both
/// directions; from their states come, by one product, what the scorers of heads, relations, tags and names start from.
/// The sizes were chosen on the dev documents, weighing accuracy against speed (docs/language.md, "What it was compared with").
/// </remarks>
internal static class ParserShape
{
    /// <summary>Numbers in a pretrained word vector.</summary>
    internal const int Vector = 100;

    /// <summary>Rows and width of each table of <see cref="WordFeatures"/>, apart from the words' own, whose rows depend on the data.</summary>
    internal static readonly (string Name, int Rows, int Width)[] Tables =
    [
        ("word", 0, 48), ("suffix1", 256, 8), ("suffix2", 1024, 16), ("suffix3", 4096, 24), ("suffix4", 4096, 24),
        ("prefix1", 256, 8), ("prefix2", 1024, 12), ("prefix3", 4096, 16), ("shape", 512, 16), ("gazetteer", Gazetteer.Rows, 16),
    ];

    /// <summary>Numbers in a word's row: <see cref="Vector"/> and the widths of the tables.</summary>
    internal const int Input = 288;

    /// <summary>Layers of recurrent cells, each over the states of the one before.</summary>
    internal const int Layers = 2;

    /// <summary>States of one direction of one layer.</summary>
    internal const int Hidden = 192;

    /// <summary>Gates of a direction's states: what is forgotten, what is new, what is shown.</summary>
    internal const int Gates = 3 * Hidden;

    /// <summary>Gates of both directions.</summary>
    internal const int BothGates = 2 * Gates;

    /// <summary>States of both directions.</summary>
    internal const int States = 2 * Hidden;

    internal const int Arc = 128;

    internal const int Label = 96;

    internal const int Tag = 128;

    /// <summary>Where each scorer's part begins in the row that the states are turned into.</summary>
    internal const int DependentArc = 0, HeadArc = Arc, DependentLabel = 2 * Arc, HeadLabel = DependentLabel + Label, TagPart = HeadLabel + Label;

    internal const int Parts = TagPart + Tag;

    /// <summary>Slope of the scorers' rectifier below zero.</summary>
    internal const float Leak = 0.1f;

    /// <summary>Universal tags come first in the tag scorer's row, Penn tags next, then the labels of names.</summary>
    internal static int UniversalTags { get; } = Enum.GetValues<UniversalTag>().Length;

    /// <summary>Outside a name; then, for each kind, its first token and its later ones.</summary>
    internal static int NameLabels { get; } = 1 + (2 * (Enum.GetValues<NameKind>().Length - 1));

    /// <summary>How many classes of distance and direction between a token and its head the relation scorer knows.</summary>
    internal const int Distances = 12;

    internal static int DistanceClass(int dependent, int head)
    {
        var distance = Math.Abs(head - dependent);
        var size = distance switch { <= 3 => distance - 1, <= 5 => 3, <= 9 => 4, _ => 5 };
        return head < dependent ? size : size + 6;
    }

    /// <summary>What a layer's matrices are called in the model; the first is layer 1.</summary>
    internal static string LayerName(int number) => $"layer{number}";

    internal static int TagOutputs(int pennTags) => PackedMatrix.Pad(UniversalTags + pennTags + NameLabels);
}
