using System.Buffers;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>One way of writing coded reports.</summary>
/// <param name="Head">What stands before the first report.</param>
/// <param name="Write">Appends one report; called from several threads.</param>
internal sealed record RecordForm(ReadOnlyMemory<byte> Head, Action<CodedReport, IBufferWriter<byte>> Write)
{
    internal const string Ndjson = "ndjson", Csv = "csv", Table = "table", Explain = "explain";

    internal static readonly string[] Names = [Ndjson, Csv, Table, Explain];

    /// <param name="codebook">Has the reasons that an explanation shows.</param>
    internal static RecordForm Of(string name, CoderVersions versions, Codebook codebook, int width) => name switch
    {
        Ndjson => new(default, new RecordWriter(versions).Write),
        Csv => new(CsvHead(), EventCsvWriter.Write),
        Table => new(default, new EventTable(width).Write),
        Explain => new(default, new Explainer(width, codebook).Write),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such format."),
    };

    /// <summary>The format that is meant where none is named: by the ending of the file, else by who reads it.</summary>
    internal static string Default(string? file, bool outputIsTerminal) =>
        file is null ? outputIsTerminal ? Table : Ndjson
        : file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase) ? Csv
        : Ndjson;

    private static ReadOnlyMemory<byte> CsvHead()
    {
        var head = new ArrayBufferWriter<byte>();
        EventCsvWriter.WriteHeader(head);
        return head.WrittenMemory;
    }
}
