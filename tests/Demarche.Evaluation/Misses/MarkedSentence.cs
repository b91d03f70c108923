using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>The side of an event that a phrase is marked for.</summary>
internal enum MarkedRole
{
    Actor,
    Recipient,

    /// <summary>One of several who do something together: right on either side.</summary>
    Reciprocal,
}

/// <summary>A phrase of the text and the role that a person gave it.</summary>
internal readonly record struct MarkedPhrase(TextSpan Span, MarkedRole Role);

/// <summary>A sentence in which a person marked who acts and upon whom.</summary>
/// <param name="Text">The sentence as the coder reads it.</param>
/// <param name="Root">The root code of the event between them; null where the set has none.</param>
/// <param name="Phrases">The marked phrases, in the order of the text.</param>
/// <param name="Words">The words by which the set counts; empty where it counts characters.</param>
internal sealed record MarkedSentence(string Text, string? Root, IReadOnlyList<MarkedPhrase> Phrases, IReadOnlyList<TextSpan> Words)
{
    /// <summary>A stretch widened to the set's words, so that it can be compared with a marked phrase.</summary>
    internal TextSpan ToWords(TextSpan span)
    {
        var touched = Words.Where(word => word.Overlaps(span)).ToArray();
        return touched.Length == 0 ? span : new TextSpan(touched[0].Start, touched[^1].End);
    }
}
