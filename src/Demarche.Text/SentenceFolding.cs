namespace Demarche.Text;

/// <summary>What of a sentence is to be parsed otherwise than word by word.</summary>
/// <param name="Names">Stretches of tokens, ascending, without overlap; not the whole sentence.</param>
/// <param name="Tail">Index of the first token of a clause set behind the sentence ("…, the ministry said"), which is parsed by itself and hung on the rest; -1 when there is none.</param>
public readonly record struct SentenceFolding(IReadOnlyList<FoldedName> Names, int Tail = -1)
{
    /// <summary>There is nothing to fold.</summary>
    public bool IsEmpty => Names.Count == 0 && Tail < 0;
}
