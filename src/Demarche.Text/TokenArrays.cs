using Demarche.Text.Sentences;

namespace Demarche.Text;

/// <summary>Arrays of tokens that serve one text after another, each of exactly the length of a sentence.</summary>
internal sealed class TokenArrays
{
    // Long texts are rare: what they hold beyond this many sentences of one length is left to the garbage collector.
    private const int MostOfOneLength = 64;

    private readonly Stack<Token[]>[] _free = [.. Enumerable.Range(0, SentenceSplitter.LongestSentence + 1).Select(_ => new Stack<Token[]>())];

    internal Token[] Rent(int length)
    {
        if (length >= _free.Length)
            return new Token[length];
        lock (_free[length])
            return _free[length].TryPop(out var array) ? array : new Token[length];
    }

    internal void Return(Token[] array)
    {
        if (array.Length >= _free.Length)
            return;
        lock (_free[array.Length])
        {
            if (_free[array.Length].Count < MostOfOneLength)
                _free[array.Length].Push(array);
        }
    }
}
