using System.Globalization;

namespace Demarche.Intake;

/// <summary>Every warning and error that intake can give, word for word.</summary>
internal static class IntakeWarnings
{
    // Inputs that could not be read.
    internal static string Missing(string path) => $"{path}: there is no such file or folder; check the path.";

    internal static string Denied(string path) => $"{path}: permission to read it was denied; change its rights or leave it out.";

    internal static string Unreadable(string path, string reason) => $"{path}: it could not be read: {reason}";

    internal static string Empty(string where) => $"{where}: it is empty; a report needs text.";

    internal static string Binary(string where, string looksLike) =>
        $"{where}: it looks like {looksLike}, not text; convert it to plain text or HTML first.";

    internal static string TooLarge(string where, long? bytes, long limit) => bytes is { } size
        ? $"{where}: it has {Number(size)} bytes, more than the {Number(limit)} that one report may have; split it, or give one report per line as NDJSON."
        : $"{where}: it has more than the {Number(limit)} bytes that one report may have; split it, or give one report per line as NDJSON.";

    internal static string LineTooLong(string where, long bytes, long limit) =>
        $"{where}: the line has {Number(bytes)} bytes, more than the {Number(limit)} that one line may have; the lines after it are read.";

    internal static string DamagedGzip(string where) =>
        $"{where}: the gzip data is damaged or cut off; fetch or compress the file again.";

    internal static string BrokenJson(string where, string what, string near) =>
        $"{where}: this is not a JSON object ({what}); the line starts '{near}'.";

    internal static string NoText(string where) =>
        $"{where}: the object has neither 'text' nor 'html'; one of them must hold the report.";

    internal static string NotAString(string where, string field, string kind) =>
        $"{where}: '{field}' should be a string and is {kind}; it was left out.";

    internal static string NoReports(string path) =>
        $"{path}: the folder holds no file ending in .txt, .html, .htm, .ndjson, .jsonl or .json (each may end in .gz).";

    internal static string TooDeep(string path, int limit) =>
        $"{path}: the folder lies more than {Number(limit)} levels deep; what is below it was left out.";

    // Inputs that were read, with a doubt.
    internal static string DuplicateId(string where, string id) =>
        $"{where}: the id '{id}' was used by an earlier report; both are kept, but records cannot be told apart by id.";

    internal static string InvalidUtf8(string where, long offset, int count) =>
        $"{where}: {Number(count)} invalid UTF-8 {(count == 1 ? "sequence" : "sequences")}, the first at byte {Number(offset)}; each was replaced by '\uFFFD'.";

    internal static string ReadAsWindows1252(string where, long offset) =>
        $"{where}: byte {Number(offset)} is not valid UTF-8, so the text was read as Windows-1252; save it as UTF-8 if letters are wrong.";

    internal static string UnknownCharset(string where, string charset) =>
        $"{where}: the declared charset '{charset}' is not known; the text was read by its bytes.";

    // Reports whose content leaves a doubt.
    internal static string NothingLeft(string where) =>
        $"{where}: no report text was found in it.";

    internal static string NotEnglish(string language) =>
        $"The report is in {language}, not in English; no events are coded from it.";

    internal static string GivenDateUnreadable(string published) =>
        $"The publication date '{published}' could not be read; give it as 2023-10-19 or 2023-10-19T08:30:00+09:00.";

    internal static string AmbiguousDate(string written) =>
        $"The date '{written}' can be read day first or month first, and nothing else in the text decides; it was left out.";

    internal static string DatelineWithoutYear(string written) =>
        $"The dateline '{written}' gives no year and the text none that fits; add the publication date, and its days can be dated.";

    internal static string InferredYear(string written, string published) =>
        $"The dateline '{written}' gives no year; {published} was inferred from the years and weekdays in the text.";

    internal static string MarkupTooDeep(int limit) =>
        $"The page nests tags more than {Number(limit)} deep; deeper tags were ignored and their text kept.";

    internal static string Paywalled =>
        "The page gives all of its text to subscribers only; what was read is probably its beginning.";

    internal static string NoMainText =>
        "No main text was found in the page: it may be an index page, a paywall stub or a page that scripts fill in.";

    // Our own data files.
    internal static string DataFileMissing(string path) =>
        $"{path}: the data file is missing or has no column line; restore it from the repository.";

    internal static string DataColumns(string file, int line, string found, string expected) =>
        $"{file}({line}): the column line is '{found.Replace('\t', ' ')}'; expected '{expected}', separated by tabs.";

    internal static string DataFields(string file, int line, int found, int expected) =>
        $"{file}({line}): the row has {found} fields; expected {expected}, separated by tabs.";

    internal static string DataValue(string file, int line, int column, string found, string expected) =>
        $"{file}({line},{column}): found '{found}'; expected {expected}.";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
