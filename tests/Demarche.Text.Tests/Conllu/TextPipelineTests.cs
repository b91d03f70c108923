using Demarche.Text.Conllu;
using Demarche.Text.Tests.Tokens;

namespace Demarche.Text.Tests.Conllu;

public sealed class TextPipelineTests
{
    private static readonly TextPipeline Pipeline = TextPipeline.Load(Language.Models, Language.Data);

    [Fact]
    public void A_text_is_read_into_paragraphs_sentences_and_a_tree()
    {
        const string Text = "Norway recalls its envoy\n\nNorway recalled its envoy on Tuesday. Iceland's minister didn't comment.";

        var read = Pipeline.Read(Text);

        Assert.Equal(["Norway recalls its envoy", "Norway recalled its envoy on Tuesday.", "Iceland's minister didn't comment."], read.Sentences.Select(s => s.ToString()));
        Assert.Equal([0, 1, 1], read.Sentences.Select(s => s.Paragraph));
        Assert.Equal([0, 1, 2], read.Sentences.Select(s => s.Index));
        Assert.All(read.Sentences, AssertTree);
        Assert.Same(read.Sentences[0].Tokens[0].Form, read.Sentences[1].Tokens[0].Form);
        Assert.Contains(read.Sentences[1].Tokens, t => t is { Form: "recalled", Lemma: "recall" });
    }

    [Fact]
    public void One_sentence_is_read_as_it_stands()
    {
        var read = Pipeline.ReadSentence("They left. They\n\ncame back.");

        Assert.Equal("They left . They came back .", string.Join(' ', Assert.Single(read.Sentences).Tokens.Select(t => t.Form)));
        Assert.Empty(Pipeline.ReadSentence(" \n ").Sentences);
        Assert.Empty(Pipeline.Read("").Sentences);
    }

    [Fact]
    public void Threads_give_what_one_thread_gives()
    {
        var texts = Enumerable.Range(0, 60).Select(RandomText.Make).ToArray();
        var alone = texts.Select(Print).ToArray();
        var together = new string[texts.Length];

        Parallel.For(0, texts.Length, i => together[i] = Print(texts[i]));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void Given_tokens_keep_their_ids_and_comments()
    {
        const string Given = "# sent_id = x\n1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tca\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tstop\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\n";
        var sentence = ConlluReader.Read(new StringReader(Given)).Single();

        new ConlluAnnotator(Pipeline).Annotate([sentence]);

        Assert.Equal(["1-2", "1", "2", "3", "4"], sentence.Rows.Select(r => r.Id));
        Assert.Equal(["ca", "n't", "stop", "."], sentence.Rows.Where(r => r.Kind == ConlluRowKind.Word).Select(r => r.Form));
        Assert.Equal("SpaceAfter=No", sentence.Rows[3].Misc);
        Assert.Single(sentence.Rows, r => r.Head == "0");
        Assert.All(sentence.Rows.Skip(1), r => Assert.NotEqual("_", r.UniversalTag));
    }

    private static void AssertTree(Sentence sentence)
    {
        Assert.Single(sentence.Tokens, t => t.Head == -1);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var steps = 0;
            for (var at = i; at >= 0; at = sentence.Tokens[at].Head)
            {
                Assert.True(++steps <= sentence.Tokens.Length, "the parse runs in a circle");
            }
        }
    }

    private static string Print(string text)
    {
        var written = new StringWriter();
        ConlluWriter.Write(written, Pipeline.Read(text));
        return written.ToString();
    }
}
