using Demarche.Evaluation;
using Demarche.Intake;
using Demarche.Testing;

namespace Demarche.Coding.Tests;

/// <summary>What the measuring tool says of a marked sentence's misses, on sentences whose reading is sure.</summary>
public sealed class MissFinderTests
{
    private static readonly MissFinder Finder = new(TestCoder.Instance, new ReportReader(Path.Combine(Repository.Data, "intake"), TestCoder.Instance.Knowledge));

    [Theory]
    [InlineData("ACCUSE", "<s>Norway</s> accused <t>Iceland</t> of overfishing.", "")]
    [InlineData("AID", "<s>Norway</s> accused <t>Iceland</t> of overfishing.", "OtherType AID/ACCUSE by accuse-accuse-of")]
    [InlineData("ASSAULT", "<s>Iceland</s> was invaded by <t>Norway</t>.", "Swapped Iceland/Norway")]
    [InlineData("CONSULT", "<s>Norway</s> lies north of <t>Denmark</t>.", "NoEvent Norway/, NoEvent Denmark/")]
    [InlineData("ACCUSE", "<s>Norway</s> accused Iceland of overfishing while <t>Denmark</t> slept.", "WrongPhrase Denmark/Iceland")]
    [InlineData("ACCUSE", "<s>Norway</s> accused Iceland of overfishing when <t>gravity</t> failed.", "Finding gravity/Iceland")]
    public void A_pair_is_missed_where_it_was_lost(string root, string marked, string expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"id\troot\tpenta\tsentence\tmarked_sentence\n0\t{root}\t3\t{marked.Replace("<s>", "").Replace("</s>", "").Replace("<t>", "").Replace("</t>", "")}\t{marked}\n");

            Assert.Equal(expected, Print(MarkedPairs.Read(file).Single()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Norway/B-S accused/O Iceland/B-T of/O overfishing/O ./O", "")]
    [InlineData("Norway/O accused/O Iceland/B-T of/O overfishing/O ./O", "Extra /Norway")]
    [InlineData("Norway/B-S accused/I-S Iceland/B-T of/O overfishing/O ./O", "TooShort Norway accused/Norway")]
    [InlineData("The/O Norwegian/B-S government/I-S accused/O Iceland/B-T of/O overfishing/O ./O", "TooLong Norwegian government/The Norwegian government")]
    [InlineData("Norway/B-R and/I-R Iceland/I-R held/O talks/O ./O", "")]
    public void A_span_is_missed_by_what_stands_in_its_place(string labelled, string expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, labelled.Replace(' ', '\n').Replace('/', '\t') + "\n\n");

            Assert.Equal(expected, Print(RoleSpans.Read(file).Single()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Print(MarkedSentence sentence) => string.Join(", ", Finder.Find(sentence).Select(miss => $"{miss.Cause} {miss.Wanted}/{miss.Found}"));
}
