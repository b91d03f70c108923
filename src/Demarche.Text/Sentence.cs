namespace Demarche.Text;

/// <summary>One sentence with its words and their parse. Never changes after it is made.</summary>
public sealed class Sentence(int index, int paragraph, string text, TextSpan span, Token[] tokens)
{
    /// <summary>The number of the sentence in its text, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>The number of the paragraph it stands in, from 0.</summary>
    public int Paragraph { get; } = paragraph;

    /// <summary>The whole text that the spans of this sentence and its tokens refer to.</summary>
    public string Text { get; } = text;

    public TextSpan Span { get; } = span;

    public Token[] Tokens { get; } = tokens;

    public override string ToString() => Text[Span.Start..Span.End];
}
