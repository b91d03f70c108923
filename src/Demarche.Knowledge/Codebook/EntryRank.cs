namespace Demarche.Knowledge;

/// <summary>Which of several entries that hold at a word wins it: the one that asks for more; of equals one that blocks, then the narrower, then the earlier.</summary>
/// <param name="Specificity">How much the entry asks for, with the words of its trigger.</param>
/// <param name="Blocks">Whether it yields nothing.</param>
/// <param name="Breadth">How many words its requirements allow.</param>
/// <param name="Order">Its position over all files.</param>
public readonly record struct EntryRank(int Specificity, bool Blocks, int Breadth, int Order)
{
    /// <summary>What each word of a trigger counts beyond the first.</summary>
    internal const int WordWeight = 2;

    /// <summary>A ranker may prefer an entry of another type to one that asks for more, by so much at most.</summary>
    public const int Nearly = 2;

    /// <summary>Whether an entry of this rank wins over one of the other where both hold.</summary>
    public bool IsBefore(EntryRank other) =>
        Specificity != other.Specificity ? Specificity > other.Specificity
        : Blocks != other.Blocks ? Blocks
        : Breadth != other.Breadth ? Breadth < other.Breadth
        : Order < other.Order;

    /// <summary>Whether the two differ by the order of their rows alone.</summary>
    public bool IsLevelWith(EntryRank other) => this with { Order = other.Order } == other;
}
