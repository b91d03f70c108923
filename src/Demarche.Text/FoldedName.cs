namespace Demarche.Text;

/// <summary>Tokens of a sentence that the parser is to read as one word.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Head">Index of the token that will govern the others.</param>
/// <param name="StandIn">The word read in their place: a common one of the same kind, so that the parser is at home; empty for a time that is left out of the parse and hung on the nearest verb.</param>
/// <param name="Inner">The relation of the other tokens to the head.</param>
public readonly record struct FoldedName(int First, int End, int Head, string StandIn, DependencyRelation Inner)
{
    /// <summary>The words are left out of the parse.</summary>
    public bool IsLeftOut => StandIn.Length == 0;
}
