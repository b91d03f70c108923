namespace Demarche.Intake.Languages;

/// <summary>Writing systems that languages are told by.</summary>
internal enum Script : byte
{
    Latin, Cyrillic, Arabic, Han, Kana, Hangul, Greek, Hebrew, Devanagari, Thai, Bengali, Tamil, Georgian, Armenian, Other,
}

/// <summary>The script of a letter, by Unicode block.</summary>
internal static class ScriptOf
{
    internal const int Count = (int)Script.Other + 1;

    internal static Script Letter(char unit) => unit switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0530' and <= '\u058F' => Script.Armenian,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE') => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        (>= '\u3040' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9F') => Script.Kana,
        (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') => Script.Han,
        (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF') => Script.Hangul,
        _ => Script.Other,
    };
}
