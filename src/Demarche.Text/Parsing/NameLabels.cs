namespace Demarche.Text.Parsing;

/// <summary>Names as one label a token: 0 outside, 2k - 1 for the first token of a name of kind k, 2k for its later ones.</summary>
internal static class NameLabels
{
    internal static int Of(NameKind kind, bool starts) => kind == NameKind.None ? 0 : (2 * (int)kind) - (starts ? 1 : 0);

    internal static NameKind Kind(int label) => (NameKind)((label + 1) / 2);

    internal static bool Starts(int label) => label % 2 == 1;
}
