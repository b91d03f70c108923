namespace Demarche.Knowledge.Names;

/// <summary>How a name must be written in a text to stand for an entry.</summary>
[Flags]
internal enum NameRule : byte
{
    /// <summary>The first word begins with a capital or a digit.</summary>
    Capital = 0,

    /// <summary>All letters are capitals: an acronym.</summary>
    AllCapitals = 1,

    /// <summary>Also with a capital first letter only, as some papers write acronyms: Nato.</summary>
    OrTitleCase = 2,

    /// <summary>Also in lower case: role nouns, offices, names that begin with al- or bin.</summary>
    OrLowerCase = 4,

    /// <summary>A common word too: not in a text all in capitals, and at a sentence's start only if tagged a name.</summary>
    Cautious = 8,

    /// <summary>The last word is a noun.</summary>
    NounOnly = 16,
}
