using System.Globalization;
using Demarche.Intake.Dates;

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
        ? $"{where}: it has {Number(size)} bytes, more than the {Number(limit)} that one report may have; split it, give one report per line as NDJSON, or raise --limit report={Megabytes(limit)}."
        : $"{where}: it has more than the {Number(limit)} bytes that one report may have; split it, give one report per line as NDJSON, or raise --limit report={Megabytes(limit)}.";

    internal static string LineTooLong(string where, long bytes, long limit) =>
        $"{where}: the line has {Number(bytes)} bytes, more than the {Number(limit)} that one line may have; the lines after it are read. If it is right, raise --limit line={Megabytes(limit)}.";

    internal static string DamagedPacking(string where) =>
        $"{where}: the packed data is damaged or cut off; fetch or compress the file again.";

    internal static string BrokenJson(string where, string what, string near) =>
        $"{where}: this is not a JSON object ({what}); the line starts '{near}'.";

    internal static string NoText(string where, string text, string html) =>
        $"{where}: the object has neither '{text}' nor '{html}'; one of them must hold the report.";

    internal static string ListNotClosed(string file) =>
        $"{file}: the list is not closed; the file may be cut off, and what stood behind is lost.";

    internal static string NotAString(string where, string field, string kind) =>
        $"{where}: '{field}' should be a string and is {kind}; it was left out.";

    internal static string NoReports(string path) =>
        $"{path}: the folder holds no file ending in .txt, .html, .htm, .ndjson, .jsonl, .json, .csv, .tsv, .warc (each may end in .gz or .zst) or .wacz.";

    internal static string TooDeep(string path, int limit) =>
        $"{path}: the folder lies more than {Number(limit)} levels deep; what is below it was left out. If it is right, raise --limit folders={limit}.";

    // Packed files and archives.
    internal static string UnpacksTooFar(long allowance, int ratio) =>
        $"it unpacks to more than {Number(ratio)} times its size, with no report in the last {Number(allowance)} bytes, as files made to fill up machines do; if it is right, unpack it first or raise --limit unpack={ratio}.";

    internal static string DamagedRecord(string where, string reason, bool more) =>
        $"{where}: the record is damaged: {reason}; {(more ? "it was left out, and the records after it are read" : "no further record was found after it")}.";

    internal static string NoHttpMessage(string where) =>
        $"{where}: the record should hold an HTTP message and does not; it was left out.";

    internal static string PageTooLarge(string where, long limit) =>
        $"{where}: the page has more than the {Number(limit)} bytes that one report may have; it was left out. If it is right, raise --limit report={Megabytes(limit)}.";

    internal static string RecordTruncated(string where, string reason) =>
        $"{where}: the archive holds only the beginning of the page ({reason}).";

    internal static string BodyCutOff(string where) =>
        $"{where}: the page is damaged or cut off; what was read is its beginning.";

    internal static string NoPages(string file) =>
        $"{file}: the archive holds no page or text with HTTP status 200.";

    internal static string RecordsPassedOver(long status, long type, long revisits) =>
        $"WARC records passed over: {Number(status)} with an HTTP status other than 200, {Number(type)} neither HTML nor plain text, {Number(revisits)} {(revisits == 1 ? "revisit" : "revisits")}.";

    internal static string DamagedZip(string file) =>
        $"{file}: the ZIP data is damaged or cut off; fetch the file again.";

    internal static string TooManyEntries(string file, int count, int limit) =>
        $"{file}: the ZIP file lists {Number(count)} files, more than the {Number(limit)} that it may; unpack it and read the .warc.gz files in archive/, or raise --limit files={limit}.";

    internal static string NoWarcInZip(string file) =>
        $"{file}: the ZIP file holds no archive/*.warc or archive/*.warc.gz; only web archives (WACZ) are read from ZIP files.";

    internal static string PackedWacz(string where) =>
        $"{where}: a WACZ file is read from its end, which packed data and pipes cannot be; unpack it to a file and name that.";

    // Tables and maps.
    internal static string RowTooLong(string file, long line, long limit) =>
        $"{file}({line}): the row has more than the {Number(limit)} bytes that one row may have, probably for want of a closing quotation mark; the rows after it were not read: mend it, or raise --limit line={Megabytes(limit)}, and run again.";

    internal static string StrayQuote(string where) =>
        $"{where}: a quotation mark in the row stands inside a field or is never closed; its columns may be cut wrongly.";

    internal static string NoTextColumn(string file, IEnumerable<string> columns) =>
        $"{file}: the table has neither a column 'text' nor 'html'; name one with --map text=COLUMN; it has {Quoted(columns)}.";

    internal static string NoSuchColumn(string file, string column, IEnumerable<string> columns) =>
        $"{file}: the table has no column '{column}'; it has {Quoted(columns)}.";

    internal static string MapWithoutName(string part) =>
        $"'{part}' should be a part of a report, an equals sign and a column, as in text=body.";

    internal static string MapUnknownField(string field, IEnumerable<string> fields) =>
        $"'{field}' is no part of a report; there are {string.Join(", ", fields)}.";

    internal static string MapFieldTwice(string field) => $"'{field}' is mapped twice; leave one out.";

    // Inputs that were read, with a doubt.
    internal static string HalfCharacters(string where, int count) =>
        $"{where}: {Number(count)} {(count == 1 ? "escape of half a character was" : "escapes of half characters were")} replaced by '\uFFFD'.";

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

    internal static string NotEnglish(string language, int english, int paragraphs) =>
        $"The report is in {language}, not in English; no events are coded from it{english switch { 0 => ".", 1 => $", nor from the 1 paragraph of {Number(paragraphs)} that is in English.", _ => $", nor from the {Number(english)} paragraphs of {Number(paragraphs)} that are in English." }}";

    internal static string ForeignParagraphs(int foreign, int paragraphs, IReadOnlyList<string> languages)
    {
        var names = languages.Count == 1 ? languages[0] : $"{string.Join(", ", languages.SkipLast(1))} and {languages[^1]}";
        return foreign == 1
            ? $"1 of the {Number(paragraphs)} paragraphs is not in English but in {names}; it was left out."
            : $"{Number(foreign)} of the {Number(paragraphs)} paragraphs are not in English but in {names}; they were left out.";
    }

    internal static string GivenDateUnreadable(string published) =>
        $"The publication date '{published}' could not be read; give it as 2023-10-19 or 2023-10-19T08:30:00+09:00.";

    internal static string AmbiguousDate(string written) =>
        $"The date '{written}' can be read day first or month first, and nothing else in the text decides; it was left out.";

    internal static string DatelineWithoutYear(string written) =>
        $"The dateline '{written}' gives no year and the text none that fits; add the publication date, and its days can be dated.";

    internal static string InferredYear(string written, string published) =>
        $"The dateline '{written}' gives no year; {published} was inferred from the years and weekdays in the text.";

    internal static string TwoDates(string taken, DateSource from, DateOnly other, DateSource otherFrom) => string.Create(
        CultureInfo.InvariantCulture,
        $"The page gives two dates of publication: {taken} ({DateSourceWords.Of(from)}) and {other:yyyy-MM-dd} ({DateSourceWords.Of(otherFrom)}); the first was taken. Give the right one as 'published' if it is not.");

    internal static string MarkupTooDeep(string where, int limit) =>
        $"{where}: the page nests tags more than {Number(limit)} deep; deeper tags were ignored and their text kept; --limit nesting={limit} sets it.";

    internal static string MarkupTooLong(string where, int limit) =>
        $"{where}: the page has more than {Number(limit)} tags; what follows them was not read. Save the report alone, without what stands around it, or raise --limit tags={limit}.";

    internal static string IndexPage =>
        "The page is a list of other reports, of which it shows the first lines; give the pages of the reports instead.";

    internal static string CutOff =>
        "The text says that the rest is for subscribers only; what was read is probably its beginning.";

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

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"'{column}'"));

    private static string Megabytes(long bytes) => ((bytes + (1 << 20) - 1) >> 20).ToString(CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
