namespace Demarche.Knowledge.Storage;

/// <summary>Numbers texts that many entries share, in the order of their first use.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    internal int Number(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        _numbers.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    internal void Write(SectionWriter offsets, SectionWriter texts)
    {
        foreach (var text in _texts)
        {
            offsets.UInt32((uint)texts.Length);
            texts.Raw(text);
        }
        offsets.UInt32((uint)texts.Length);
    }
}
