namespace Demarche.Text.Lemmas;

/// <summary>Penn tags whose forms are made alike share their rules.</summary>
internal static class LemmaClass
{
    /// <returns>The tag that stands for the class; null for tags whose forms are their lemmas, but for case.</returns>
    internal static string? Of(string pennTag) => pennTag switch
    {
        "VBD" or "VBN" => "VBD",
        "VB" or "VBP" => "VB",
        "NNS" or "NNPS" => "NNS",
        "JJR" or "RBR" => "JJR",
        "JJS" or "RBS" => "JJS",
        "VBG" or "VBZ" => pennTag,
        _ => null,
    };

    /// <summary>Lower case, and one kind of apostrophe.</summary>
    internal static string Key(string form) => form.ToLowerInvariant().Replace('’', '\'');
}
