namespace Demarche.Intake.Files;

/// <summary>Reads the pages and texts that a WARC archive holds, one after the other.</summary>
/// <param name="file">The archive, for messages.</param>
/// <param name="reportLimit">The most bytes that one page may have, packed or unpacked.</param>
/// <param name="mark">Called after each record.</param>
internal sealed class WarcReports(WarcBytes bytes, string file, int reportLimit, WarcTally tally, Action mark)
{
    private const string Html = "text/html", Xhtml = "application/xhtml+xml", Plain = "text/plain";

    private string _where = "";

    /// <param name="stream">At its start; packed or not.</param>
    /// <param name="ratio">How many bytes one packed byte may give (see <see cref="UnpackGuard"/>).</param>
    internal static IEnumerable<RawReport> Read(PeekStream stream, string file, int reportLimit, int ratio, WarcTally tally)
    {
        if (!stream.IsGzip)
        {
            return new WarcReports(new WarcBytes(stream, null), file, reportLimit, tally, stream.Mark).Read();
        }

        var members = new GzipMembers(stream);
        var guard = new UnpackGuard(members, () => members.PackedPosition, reportLimit, ratio);
        return new WarcReports(new WarcBytes(guard, members), file, reportLimit, tally, () => { guard.Mark(); stream.Mark(); }).Read();
    }

    private IEnumerable<RawReport> Read()
    {
        var found = false;
        while (true)
        {
            var (report, more) = Next();
            if (report is not null)
            {
                found = true;
                yield return report;
            }

            if (!more)
            {
                break;
            }
        }

        if (!found)
        {
            yield return InputReader.Failure(file, IntakeWarnings.NoPages(file));
        }
    }

    /// <returns>What the next record gives, if anything, and whether there may be more after it.</returns>
    private (RawReport? Report, bool More) Next()
    {
        try
        {
            _where = "";
            if (!bytes.SkipBlankLines())
            {
                return (null, false);
            }

            _where = $"{file}({bytes.Place})";
            var record = WarcRecord.Read(bytes);
            var report = Read(record);
            record.SkipBlock();
            bytes.EndRecord();
            mark();
            return (report, true);
        }
        catch (WarcException problem)
        {
            return GoOn(problem.Message, SkipDamage(inGzip: false));
        }
        catch (InvalidDataException)
        {
            _where = _where.Length > 0 ? _where : $"{file}({bytes.PlaceOfDamage})"; // it may be the first bytes of a record that are lost
            return GoOn("its gzip data is damaged or cut off", SkipDamage(inGzip: true));
        }
        catch (Exception problem) when (InputFault.Describe(problem, file) is not null)
        {
            return (InputReader.Failure(file, InputFault.Describe(problem, file)!), false);
        }
    }

    private (RawReport Report, bool More) GoOn(string reason, bool more) =>
        (InputReader.Failure(_where, IntakeWarnings.DamagedRecord(_where, reason, more)), more);

    /// <returns>False where no further record is found.</returns>
    private bool SkipDamage(bool inGzip)
    {
        while (true)
        {
            try
            {
                return inGzip ? bytes.SkipToMember() : bytes.SkipToRecord();
            }
            catch (InvalidDataException)
            {
                inGzip = true; // more damage on the way to the next record
            }
            catch (IOException)
            {
                return false; // the source fails too; the record before it was told of
            }
        }
    }

    private RawReport? Read(WarcRecord record)
    {
        switch (record.Type)
        {
            case "response" when IsHttp(record.ContentType):
                return ReadResponse(record);
            case "resource":
                return IsText(record.ContentType) ? ReadPayload(record, new HeaderFields(), record.ContentType) : Pass(() => tally.OtherType++);
            case "revisit":
                return Pass(() => tally.Revisits++);
            default:
                return null;
        }
    }

    private RawReport? ReadResponse(WarcRecord record)
    {
        if (record.ReadHttpHead() is not var (status, head))
        {
            return Failure(record, IntakeWarnings.NoHttpMessage(_where));
        }

        var words = status.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var type = head["Content-Type"] ?? record.IdentifiedType;
        return words is not [_, "200", ..] ? Pass(() => tally.OtherStatus++)
            : type is not null && !IsText(type) ? Pass(() => tally.OtherType++)
            : ReadPayload(record, head, type);
    }

    private RawReport? ReadPayload(WarcRecord record, HeaderFields head, string? type)
    {
        if (record.Left > reportLimit)
        {
            return Failure(record, IntakeWarnings.PageTooLarge(_where, reportLimit));
        }

        var warnings = new List<string>();
        if (record.Truncated is { } reason)
        {
            warnings.Add(IntakeWarnings.RecordTruncated(_where, reason));
        }

        if (HttpBody.Decode(record.ReadBlock(), head, reportLimit, _where, warnings) is not { } body)
        {
            return Failure(record, IntakeWarnings.PageTooLarge(_where, reportLimit));
        }

        var text = TextDecoder.Decode(body, _where, warnings, HttpBody.Charset(type));
        if (string.IsNullOrWhiteSpace(text))
        {
            return Failure(record, text is null ? warnings[^1] : IntakeWarnings.Empty(_where));
        }

        var isPage = IsType(type, Html) || IsType(type, Xhtml) || (type is null && Markup.LooksLike(text));
        return Report(record) with { Format = isPage ? RawFormat.Html : RawFormat.PlainText, Content = text, Warnings = warnings };
    }

    private RawReport Failure(WarcRecord record, string warning) => Report(record) with { Warnings = [warning], Failed = true };

    private RawReport Report(WarcRecord record) => new()
    {
        Id = record.Id, Where = _where, Url = record.Url, Fetched = record.Date, Format = RawFormat.PlainText, Content = "",
    };

    private static RawReport? Pass(Action count)
    {
        count();
        return null;
    }

    private static bool IsHttp(string? type) => IsType(type, "application/http");

    private static bool IsText(string? type) => IsType(type, Html) || IsType(type, Xhtml) || IsType(type, Plain);

    private static bool IsType(string? contentType, string type) => contentType is not null
        && contentType.AsSpan().Trim().StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && contentType.AsSpan().Trim()[type.Length..].TrimStart() is "" or [';' or ',', ..];
}
