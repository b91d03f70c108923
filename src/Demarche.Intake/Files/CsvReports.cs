using CsvHelper;

namespace Demarche.Intake.Files;

/// <summary>Reads reports from tables: a header row that names the columns, then a row a report (RFC 4180).</summary>
internal sealed class CsvReports
{
    private readonly string _file;
    private readonly FieldMap _map;
    private readonly CsvReader _csv;
    private readonly int _rowLimit;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private bool _rowIsMalformed;

    private CsvReports(PeekStream stream, string file, int rowLimit, FieldMap map, char? separator)
    {
        (_file, _rowLimit, _map) = (file, rowLimit, map);
        _csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = separator, HasHeader = false, MaxRecordSize = rowLimit, TrackLineNumbers = true,
            OnMalformedRecord = _ => _rowIsMalformed = true,
        }, leaveOpen: true);
    }

    /// <param name="separator">Null: told from the first lines.</param>
    /// <exception cref="FieldMapException">The map names a column that the table does not have.</exception>
    internal static IEnumerable<RawReport> Read(PeekStream stream, string file, int rowLimit, FieldMap map, char? separator)
    {
        if (stream.Head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && TextDecoder.BinaryKind(stream.Head) is { } kind)
        {
            yield return InputReader.Failure(file, IntakeWarnings.Binary(file, kind));
            yield break;
        }

        var table = new CsvReports(stream, file, rowLimit, map, separator);
        using (table._csv)
        {
            foreach (var report in table.Read())
            {
                stream.Mark();
                yield return report;
            }
        }
    }

    private IEnumerable<RawReport> Read()
    {
        var (isThere, error) = TryNext();
        error ??= isThere ? ReadHeader() : IntakeWarnings.Empty(_file);
        while (error is null)
        {
            _rowIsMalformed = false;
            (isThere, error) = TryNext();
            if (isThere)
            {
                yield return ReadRow();
            }
            else if (error is null)
            {
                yield break;
            }
        }

        yield return InputReader.Failure(_file, error);
    }

    private (bool IsThere, string? Error) TryNext()
    {
        try
        {
            return (_csv.Read(), null);
        }
        catch (CsvFormatException problem)
        {
            return (false, IntakeWarnings.RowTooLong(_file, problem.LineNumber, _rowLimit));
        }
        catch (Exception problem) when (InputFault.Describe(problem, _file) is not null)
        {
            return (false, InputFault.Describe(problem, _file));
        }
    }

    private string? ReadHeader()
    {
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            _columns.TryAdd(Decode(i, _file, []).Trim(), i);
        }

        if (_map.Named.FirstOrDefault(name => !_columns.ContainsKey(name)) is { } missing)
        {
            throw new FieldMapException(IntakeWarnings.NoSuchColumn(_file, missing, _columns.Keys));
        }

        return _columns.ContainsKey(_map.NameOf("text")) || _columns.ContainsKey(_map.NameOf("html"))
            ? null
            : IntakeWarnings.NoTextColumn(_file, _columns.Keys);
    }

    private RawReport ReadRow()
    {
        var where = $"{_file}({_csv.LineNumber})";
        var warnings = new List<string>();
        if (_rowIsMalformed)
        {
            warnings.Add(IntakeWarnings.StrayQuote(where));
        }

        var (text, html) = (Field("text"), Field("html"));
        var content = text ?? html;
        if (content is null)
        {
            warnings.Add(IntakeWarnings.Empty(where));
        }

        return new RawReport
        {
            Id = Field("id"),
            Where = where,
            Format = text is null && html is not null ? RawFormat.Html : RawFormat.PlainText,
            Content = content ?? "",
            Title = Field("title"),
            Published = Field("published"),
            Url = Field("url"),
            Outlet = Field("outlet"),
            Warnings = warnings,
            Failed = content is null,
        };

        string? Field(string field) =>
            _columns.TryGetValue(_map.NameOf(field), out var column) && column < _csv.FieldCount
                && Decode(column, where, warnings) is var value && !string.IsNullOrWhiteSpace(value)
                ? value.Replace("\0", "", StringComparison.Ordinal)
                : null;
    }

    private string Decode(int column, string where, List<string> warnings) => TextDecoder.DecodeUtf8(_csv.GetSpan(column), where, warnings);
}
