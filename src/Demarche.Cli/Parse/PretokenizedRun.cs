using System.Buffers;
using System.Text;
using Demarche.Text;
using Demarche.Text.Conllu;

namespace Demarche.Cli;

/// <summary>Fills the columns of CoNLL-U files, whose words are kept as they are.</summary>
internal static class PretokenizedRun
{
    // So many that threads seldom wait for each other, so few that they all have some.
    private const int BatchSentences = 32;

    internal static int Run(ReadingRun run, TextPipeline pipeline, Surroundings at, CancellationToken stop)
    {
        var annotator = new ConlluAnnotator(pipeline);
        using var output = OutputTarget.Open(run.File, at.Output);
        try
        {
            new OrderedRun<ConlluSentence[]>(run.Threads, Size, Work).Run(Read(run.Paths, at), output, (_, _) => { }, stop);
        }
        catch (Exception error) when (error is ConlluException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitStatus.SomeUnread, error.Message, error);
        }

        output.Complete();
        return ExitStatus.Done;

        string? Work(ConlluSentence[] batch, ArrayBufferWriter<byte> bytes)
        {
            var rows = new StringWriter { NewLine = "\n" };
            annotator.Annotate(batch);
            foreach (var sentence in batch) ConlluWriter.Write(rows, sentence);

            Encoding.UTF8.GetBytes(rows.ToString(), bytes);
            return null;
        }
    }

    private static int Size(ConlluSentence[] batch) => batch.Sum(sentence => sentence.Rows.Sum(row => row.Form.Length));

    private static IEnumerable<ConlluSentence[]> Read(IReadOnlyList<string> paths, Surroundings at)
    {
        foreach (var path in paths)
        {
            using var reader = new StreamReader(path == "-" ? at.Input : File.OpenRead(path), Encoding.UTF8, leaveOpen: path == "-");
            foreach (var batch in ConlluReader.Read(reader).Chunk(BatchSentences)) yield return batch;
        }
    }
}
