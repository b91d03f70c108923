using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Demarche.Text.Lemmas;
using Demarche.Text.Names;
using Demarche.Text.Parsing;
using Demarche.Text.Sentences;
using Demarche.Text.Tokens;

namespace Demarche.Text;

/// <summary>Reads a text into sentences, tokens with lemmas and tags, names and parses.</summary>
/// <remarks>
/// May be shared between threads: models and tables never change after loading, work spaces are pooled, and the pools of
/// words and lemmas only save memory. The same text gives the same result on any machine and any number of threads.
/// </remarks>
public sealed partial class TextPipeline
{
    // Enough to fill batches of sentences of like length; a text of any length needs no more memory than this many tokens.
    private const int TokensAtOnce = 4096;

    private readonly ParserModel _parser;
    private readonly LemmaCache _lemmas;
    private readonly NameJudge _names;
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly WordPool _words = new();
    private readonly ConcurrentBag<TextWorkspace> _workspaces = [];
    private readonly TokenArrays _arrays = new();

    private TextPipeline(ParserModel parser, Lemmatizer lemmatizer, TokenLexicon lexicon, NameLexicon names, string version)
    {
        (_parser, _lemmas, Version) = (parser, new LemmaCache(lemmatizer), version);
        _names = new NameJudge(names, parser.Gazetteer);
        (_tokenizer, _splitter) = (new Tokenizer(lexicon), new SentenceSplitter(lexicon));
    }

    /// <summary>Tells which models and tables made a result: the parser's version, a dash, eight hexadecimal digits of the rest.</summary>
    public string Version { get; }

    /// <summary>Loads the parser (<c>english.bin</c>), the lemmas (<c>lemmas.tsv</c>) and the tables of the language.</summary>
    /// <param name="modelsDirectory">The folder <c>models</c>.</param>
    /// <param name="languageDataDirectory">The folder <c>data/language</c>; null where it lies as <c>../data/language</c> beside the models.</param>
    /// <exception cref="LanguageDataException">A table or the lemma model is missing or wrong.</exception>
    public static TextPipeline Load(string modelsDirectory, string? languageDataDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(modelsDirectory);
        var language = languageDataDirectory ?? Path.Combine(modelsDirectory, "..", "data", "language");
        var lemmas = Path.Combine(modelsDirectory, Lemmatizer.FileName);
        var parser = ParserModel.Load(Path.Combine(modelsDirectory, "english.bin"));
        var pipeline = new TextPipeline(parser, Lemmatizer.Load(lemmas), TokenLexicon.Load(language), NameLexicon.Load(language), $"{parser.Version}-{Digest([lemmas, .. TokenLexicon.Files(language), Path.Combine(language, NameLexicon.FileName)])}");
        return pipeline;
    }

    /// <summary>How many numbers the vector of a word has.</summary>
    public const int VectorLength = ParserShape.Vector;

    /// <summary>Writes the pretrained vector of a word, whatever its case; zeros when the word has none.</summary>
    /// <param name="word">A form or a lemma.</param>
    /// <param name="target">Has room for <see cref="VectorLength"/> numbers.</param>
    public void ReadVector(string word, Span<float> target) => _parser.Vectors.Read(WordFeatures.VectorKeyOf(word), target);

    /// <summary>Reads a text: paragraphs are parted by line breaks, sentences by rules.</summary>
    /// <returns>The sentences; dispose of it when done, and its arrays serve the next reading.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AnnotatedText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var work = Rent();
        var read = new AnnotatedText(text, _arrays);
        Paragraphs.Find(text, work.Paragraphs);
        for (var p = 0; p < work.Paragraphs.Count; p++)
        {
            var start = work.Tokens.Count;
            _tokenizer.Tokenize(text, work.Paragraphs[p], work.Tokens);
            work.AddEnds(_splitter, text, start, p);
            if (work.Tokens.Count >= TokensAtOnce)
                Analyse(read, work);
        }

        Analyse(read, work);
        Return(work);
        return read;
    }

    /// <summary>Reads a text that lies elsewhere than in a string: spans count from its start, and one copy of it is kept.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public AnnotatedText Read(ReadOnlySpan<char> text) => Read(text.ToString());

    /// <summary>Reads one sentence as it stands, without splitting; several paragraphs are read as one.</summary>
    /// <param name="text">What the spans refer to.</param>
    /// <param name="start">Where the sentence starts, behind words that are none of it, such as a dateline.</param>
    /// <returns>One sentence, however long; none for a text of white space only.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> lies outside the text.</exception>
    public AnnotatedText ReadSentence(string text, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, text.Length);
        var work = Rent();
        var read = new AnnotatedText(text, _arrays);
        _tokenizer.Tokenize(text, new TextSpan(start, text.Length), work.Tokens);
        if (work.Tokens.Count > 0)
            work.AddEnd(work.Tokens.Count, paragraph: 0);
        Analyse(read, work);
        Return(work);
        return read;
    }

    /// <summary>Tags and parses tokens that are given, as they stand in <c>--pretokenized</c> input.</summary>
    /// <param name="text">The text that the spans refer to.</param>
    /// <param name="spans">Where the tokens stand; they ascend.</param>
    /// <returns>A sentence with index and paragraph 0; its span runs from the first token to the last.</returns>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public Sentence ReadTokens(string text, ReadOnlySpan<TextSpan> spans) => ReadTokens(text, spans, [spans.Length]).Sentences[0];

    /// <summary>Tags and parses the tokens of several sentences, faster than one by one.</summary>
    /// <param name="text">The text that the spans refer to.</param>
    /// <param name="spans">Where the tokens stand; they ascend.</param>
    /// <param name="ends">For each sentence the index behind its last token; the last is the number of spans.</param>
    /// <exception cref="ArgumentException">A sentence has no tokens, or the ends do not fit the spans.</exception>
    public AnnotatedText ReadTokens(string text, ReadOnlySpan<TextSpan> spans, ReadOnlySpan<int> ends)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (int i = 0, start = 0; i < ends.Length; start = ends[i++])
            if (ends[i] <= start || ends[i] > spans.Length) throw new ArgumentException("A sentence needs at least one token.", nameof(ends));
        var work = Rent();
        var read = new AnnotatedText(text, _arrays);
        work.Tokens.AddRange(spans);
        foreach (var end in ends)
            work.AddEnd(end, paragraph: 0);
        Analyse(read, work);
        Return(work);
        return read;
    }

    // Parses what has been gathered and adds its sentences to the text.
    private void Analyse(AnnotatedText read, TextWorkspace work)
    {
        var spans = CollectionsMarshal.AsSpan(work.Tokens);
        var ends = CollectionsMarshal.AsSpan(work.Ends);
        work.Reserve(spans.Length);
        var forms = work.Forms.AsSpan(0, spans.Length);
        for (var i = 0; i < spans.Length; i++)
            forms[i] = _words.Get(read.Text.AsSpan(spans[i].Start, spans[i].Length));
        _parser.Parse(forms, ends, work.Parser, work.Analyses);
        for (int i = 0, start = 0; i < ends.Length; start = ends[i++])
        {
            var tokens = _arrays.Rent(ends[i] - start);
            Write(spans[start..ends[i]], forms[start..ends[i]], work.Analyses.AsSpan(start, tokens.Length), tokens);
            read.Add(new Sentence(read.Sentences.Count, work.ParagraphOf[i], read.Text, new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End), tokens));
        }

        work.Clear();
    }

    private void Write(ReadOnlySpan<TextSpan> spans, ReadOnlySpan<string> forms, ReadOnlySpan<TokenAnalysis> analyses, Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var analysis = ref analyses[i];
            tokens[i] = new Token
            {
                Span = spans[i],
                Form = forms[i],
                Lemma = _lemmas.Find(forms[i], LemmaTag(analysis), startsSentence: i == 0 || IsOpening(forms, i)),
                Tag = analysis.Tag,
                PennTag = analysis.PennTag,
                Head = analysis.Head,
                Relation = analysis.Relation,
                Name = analysis.Name,
                StartsName = analysis.StartsName,
            };
        }

        _names.Settle(tokens);
    }

    /// <summary>A verb whose finer tag is no verb's, as a rare slip of the tagger has it, takes the lemma of a past tense.</summary>
    private static string LemmaTag(in TokenAnalysis analysis) =>
        analysis.Tag == UniversalTag.VERB && !analysis.PennTag.StartsWith('V') ? "VBD" : analysis.PennTag;

    /// <summary>A word after nothing but an opening quote or bracket begins the sentence.</summary>
    private static bool IsOpening(ReadOnlySpan<string> forms, int i) => i == 1 && !char.IsLetterOrDigit(forms[0][0]);

    private TextWorkspace Rent() => _workspaces.TryTake(out var work) ? work : new TextWorkspace(_parser.CreateWorkspace());

    private void Return(TextWorkspace work)
    {
        if (work.Release())
            _workspaces.Add(work);
    }

    private static string Digest(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4));
    }
}
