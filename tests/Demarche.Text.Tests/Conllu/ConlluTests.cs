using Demarche.Text.Conllu;

namespace Demarche.Text.Tests.Conllu;

public sealed class ConlluTests
{
    private const string Kept =
        "# newdoc id = d\n# sent_id = d-1\n# text = We don't.\n1\tWe\twe\tPRON\tPRP\tCase=Nom\t3\tnsubj\t3:nsubj\tX=Y\n" +
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t0:root\t_\n3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n" +
        "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t0:root\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    [Fact]
    public void What_is_read_is_written_again_with_ranges_empty_nodes_and_comments()
    {
        var written = new StringWriter();

        foreach (var sentence in ConlluReader.Read(new StringReader("\uFEFF" + Kept + Kept.TrimEnd('\n'))))
        {
            ConlluWriter.Write(written, sentence);
        }

        Assert.Equal(Kept + Kept, written.ToString());
    }

    [Theory]
    [InlineData("1\tWe\twe\n", "Line 1 is not CoNLL-U: it has 3 columns, but ten were expected, parted by tabs.")]
    [InlineData("# c\n2\tWe\t_\t_\t_\t_\t_\t_\t_\t_\n", "Line 2 is not CoNLL-U: its id is 2, but 1 was expected.")]
    [InlineData("x\tWe\t_\t_\t_\t_\t_\t_\t_\t_\n", "Line 1 is not CoNLL-U: 'x' is not an id; 1, a range that begins there, or an empty node was expected.")]
    [InlineData("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "Line 1 is not CoNLL-U: its second column, the form, is empty.")]
    public void A_broken_row_is_reported_with_its_line(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<ConlluException>(() => ConlluReader.Read(new StringReader(text)).ToList()).Message);

    [Fact]
    public void A_sentence_is_written_with_ranges_features_and_names()
    {
        var sentence = Sentence(
            "Lund can't stop",
            ("Lund", "Lund", "PROPN", "NNP", 3, DependencyRelation.Nsubj),
            ("ca", "can", "AUX", "MD", 3, DependencyRelation.Aux),
            ("n't", "not", "PART", "RB", 3, DependencyRelation.Advmod),
            ("stop", "stop", "VERB", "VB", -1, DependencyRelation.Root));
        using var text = new AnnotatedText(sentence.Text, new TokenArrays());
        text.Add(sentence);
        var written = new StringWriter();

        ConlluWriter.Write(written, text, "d");

        Assert.Equal(
            """
            # newdoc id = d
            # newpar
            # sent_id = d-1
            # text = Lund can't stop
            1	Lund	Lund	PROPN	NNP	Number=Sing	4	nsubj	_	Entity=(person)
            2-3	can't	_	_	_	_	_	_	_	_
            2	ca	can	AUX	MD	VerbForm=Fin	4	aux	_	_
            3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
            4	stop	stop	VERB	VB	VerbForm=Inf	0	root	_	_


            """.ReplaceLineEndings("\n"),
            written.ToString());
    }

    [Fact]
    public void A_passive_participle_and_a_plural_verb_have_their_features()
    {
        var sentence = Sentence(
            "They were held",
            ("They", "they", "PRON", "PRP", 2, DependencyRelation.NsubjPass),
            ("were", "be", "AUX", "VBD", 2, DependencyRelation.AuxPass),
            ("held", "hold", "VERB", "VBN", -1, DependencyRelation.Root));

        var features = ConlluWriter.FromSentence(sentence).Rows.Select(r => r.Features);

        Assert.Equal(
            ["Case=Nom|Number=Plur|Person=3|PronType=Prs", "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part|Voice=Pass"],
            features);
    }

    [Fact]
    public void The_tree_is_drawn_under_its_root()
    {
        var sentence = Sentence(
            "Lund met envoys there",
            ("Lund", "Lund", "PROPN", "NNP", 1, DependencyRelation.Nsubj),
            ("met", "meet", "VERB", "VBD", -1, DependencyRelation.Root),
            ("envoys", "envoy", "NOUN", "NNS", 1, DependencyRelation.Obj),
            ("there", "there", "ADV", "RB", 2, DependencyRelation.Advmod));

        Assert.Equal(
            """
            met          root VERB VBD meet
            ├─ Lund      nsubj PROPN NNP Lund [Person]
            └─ envoys    obj NOUN NNS envoy
               └─ there  advmod ADV RB there

            """.ReplaceLineEndings("\n"),
            TreePrinter.Print(sentence));
    }

    private static Sentence Sentence(string text, params (string Form, string Lemma, string Tag, string Penn, int Head, DependencyRelation Relation)[] words)
    {
        var tokens = new Token[words.Length];
        var position = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var start = text.IndexOf(words[i].Form, position, StringComparison.Ordinal);
            position = start + words[i].Form.Length;
            tokens[i] = new Token
            {
                Span = new TextSpan(start, position),
                Form = words[i].Form,
                Lemma = words[i].Lemma,
                Tag = Enum.Parse<UniversalTag>(words[i].Tag),
                PennTag = words[i].Penn,
                Head = words[i].Head,
                Relation = words[i].Relation,
                Name = words[i].Penn == "NNP" ? NameKind.Person : NameKind.None,
                StartsName = words[i].Penn == "NNP",
            };
        }

        return new Sentence(0, 0, text, new TextSpan(0, text.Length), tokens);
    }
}
