using System.Text.Json;
using Demarche.Intake;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>Reads back what <see cref="RecordWriter"/> wrote.</summary>
/// <remarks>
/// A record read equals the one written, except that all its warnings are the record's own and none its report's.
/// Fields that are not known are passed over; fields that are missing read as null or as empty lists, where the record allows that.
/// </remarks>
public static class RecordReader
{
    /// <param name="line">One line of NDJSON, with or without its line feed.</param>
    /// <exception cref="RecordException">The line is no JSON, or no record of schema 1.</exception>
    public static CodedReport Read(ReadOnlyMemory<byte> line) => Read(line, out _);

    /// <param name="line">One line of NDJSON, with or without its line feed.</param>
    /// <param name="versions">What made the record; null where the line does not say.</param>
    /// <exception cref="RecordException">The line is no JSON, or no record of schema 1.</exception>
    public static CodedReport Read(ReadOnlyMemory<byte> line, out CoderVersions? versions)
    {
        using var json = Parse(line);
        var root = new RecordField(json.RootElement, "", default);
        if (root["schema"].Whole() != RecordWriter.Schema) throw root["schema"].Wrong($"{RecordWriter.Schema}, the only schema known here");
        var report = ReadReport(root["report"]);
        root = root.With(new CodePointMap(report.Text));
        versions = root["versions"] is { IsNull: false } made
            ? new(made["coder"].Text(), made["model"].Text(), made["knowledge"].Text())
            : null;
        return new()
        {
            Report = report,
            Entities = [.. root["entities"].Items().Select(ReadEntity)],
            Events = [.. root["events"].Items().Select(ReadEvent)],
            Statements = [.. root["statements"].Items().Select(ReadStatement)],
            Claims = [.. root["claims"].Items().Select(ReadClaim)],
            Times = [.. root["times"].Items().Select(ReadTime)],
            Places = [.. root["places"].Items().Select(ReadPlace)],
            Quantities = [.. root["quantities"].Items().Select(ReadQuantity)],
            Warnings = root["warnings"].Texts(),
            Unreadable = root["unreadable"].Flag(),
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            throw new RecordException($"The line is no JSON, from its byte {error.BytePositionInLine} on.", error);
        }
    }

    private static Report ReadReport(RecordField report) => new()
    {
        Id = report["id"].Text(),
        Url = report["url"].TextOrNull(),
        Title = report["title"].TextOrNull(),
        Authors = report["authors"].Texts(),
        Outlet = report["outlet"].TextOrNull(),
        Agency = report["agency"].TextOrNull(),
        Published = report["published"].TextOrNull(),
        PublishedBasis = (DateBasis)report["published_basis"].Word(RecordWords.PublishedBasis),
        PublishedRange = report["published_range"] is { IsNull: false } range ? new(range["from"].Day(), range["to"].Day()) : null,
        Dateline = report["dateline"] is { IsNull: false } line
            ? new(line["place"].Text(), line["country"].TextOrNull(), line["date"].Day())
            : null,
        Language = report["language"].Text(),
        Text = report["text"].Text(),
    };

    private static CodedEntity ReadEntity(RecordField entity) => new()
    {
        Id = entity["id"].Text(),
        Kind = (EntityKind)entity["kind"].Word(RecordWords.EntityKind),
        Name = entity["name"].Text(),
        Country = entity["country"].TextOrNull(),
        Sectors = entity["sectors"].Texts(),
        Office = entity["office"].TextOrNull(),
        KnowledgeId = entity["knowledge_id"].TextOrNull(),
        Mentions = [.. entity["mentions"].Items().Select(m => new CodedMention(m.Span(), m["text"].Text(), (MentionForm)m["form"].Word(RecordWords.MentionForm)))],
        Resolution = entity["resolution"].TextOrNull(),
    };

    private static CodedEvent ReadEvent(RecordField coded) => new()
    {
        Id = coded["id"].Text(),
        Type = coded["type"].Text(),
        Mode = coded["mode"].Texts(),
        Context = coded["context"].Texts(),
        Cameo = coded["cameo"].TextOrNull(),
        Quad = coded["quad"].TextOrNull(),
        PloverScore = coded["plover_score"].NumberOrNull(),
        Goldstein = coded["goldstein"].NumberOrNull(),
        Actor = coded["actor"].Texts(),
        Recipient = coded["recipient"].Texts(),
        ThirdParty = coded["third_party"].Texts(),
        Date = ReadDate(coded["date"]),
        Place = coded["place"] is { IsNull: false } place ? ReadPlace(place) : null,
        Status = coded["status"].Items().Aggregate(EventStatus.None, (all, one) => all | (EventStatus)(1 << one.Word(RecordWords.Status))),
        Attribution = [.. coded["attribution"].Items().Select(told => new EventAttribution(
            told["entity"].TextOrNull(), told["name"].Text(), told["cue"].Text(), (Stance)told["stance"].Word(RecordWords.Stance)))],
        Evidence = ReadEvidence(coded["evidence"]),
        Rule = coded["rule"].Text(),
        Confidence = coded["confidence"].Number(),
    };

    private static EventDate ReadDate(RecordField date) => new(
        date["start"].Day(), date["end"].Day(), (DatePrecision)date["precision"].Word(RecordWords.Precision),
        date["expression"].TextOrNull(), date["basis"].TextOrNull());

    private static Evidence ReadEvidence(RecordField evidence) => new()
    {
        Span = evidence.Span(),
        Sentence = evidence["sentence"].Whole(),
        Trigger = evidence["trigger"].Span(),
        Actor = [.. evidence["actor"].Items().Select(span => span.Span())],
        Recipient = [.. evidence["recipient"].Items().Select(span => span.Span())],
    };

    private static Statement ReadStatement(RecordField statement) => new()
    {
        Speaker = statement["speaker"].TextOrNull(),
        Addressee = statement["addressee"].TextOrNull(),
        Kind = (StatementKind)statement["kind"].Word(RecordWords.StatementKind),
        Span = statement.Span(),
        Cue = statement["cue"].SpanOrNull(),
        CueText = statement["cue"] is { IsNull: false } cue ? cue["text"].TextOrNull() : null,
        SpeakerSpan = statement["speaker_span"].SpanOrNull(),
    };

    private static Claim ReadClaim(RecordField claim) =>
        new(claim["event"].Text(), claim["claimant"].TextOrNull(), (Stance)claim["stance"].Word(RecordWords.Stance), claim.Span());

    private static TimeExpression ReadTime(RecordField time) => new()
    {
        Span = time.Span(),
        Text = time["text"].Text(),
        Type = (TimeType)time["type"].Word(RecordWords.TimeType),
        Value = time["value"].TextOrNull(),
        Start = time["first_day"].Day(),
        End = time["last_day"].Day(),
        Precision = (DatePrecision)time["precision"].Word(RecordWords.Precision),
        IsRelative = time["relative"].Flag(),
    };

    private static CodedPlace ReadPlace(RecordField place) => new()
    {
        Span = place.Span(),
        Text = place["text"].Text(),
        Name = place["name"].Text(),
        Country = place["country"].TextOrNull(),
        Latitude = place["lat"].NumberOrNull(),
        Longitude = place["lon"].NumberOrNull(),
        Kind = place["kind"].TextOrNull(),
        GeonamesId = place["geonames_id"].WholeOrNull(),
    };

    private static Quantity ReadQuantity(RecordField quantity) => new()
    {
        Span = quantity.Span(),
        Text = quantity["text"].Text(),
        Value = quantity["value"].Decimal(),
        Max = quantity["max"].DecimalOrNull(),
        Comparator = quantity["comparator"].Text(),
        Unit = quantity["unit"].Text(),
        Si = quantity["si"].DecimalOrNull(),
    };
}
