using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Demarche.Text.Lemmas;
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
    private readonly ParserModel _parser;
    private readonly LemmaCache _lemmas;
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly WordPool _words = new();
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private TextPipeline(ParserModel parser, Lemmatizer lemmatizer, TokenLexicon lexicon, string version)
    {
        (_parser, _lemmas, Version) = (parser, new LemmaCache(lemmatizer), version);
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
        var pipeline = new TextPipeline(parser, Lemmatizer.Load(lemmas), TokenLexicon.Load(language), $"{parser.Version}-{Digest([lemmas, .. TokenLexicon.Files(language)])}");
        return pipeline;
    }

    /// <summary>Reads a text: paragraphs are parted by line breaks, sentences by rules.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AnnotatedText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var work = Rent();
        var sentences = new List<Sentence>();
        Paragraphs.Find(text, work.Paragraphs);
        for (var p = 0; p < work.Paragraphs.Count; p++)
        {
            work.Tokens.Clear();
            work.Ends.Clear();
            _tokenizer.Tokenize(text, work.Paragraphs[p], work.Tokens);
            var tokens = CollectionsMarshal.AsSpan(work.Tokens);
            _splitter.Split(text, tokens, work.Ends);
            var start = 0;
            foreach (var end in work.Ends)
            {
                sentences.Add(Analyse(text, tokens[start..end], sentences.Count, p, work));
                start = end;
            }
        }

        Return(work);
        return new AnnotatedText(text, sentences);
    }

    /// <summary>Reads one sentence as it stands, without splitting; several paragraphs are read as one.</summary>
    /// <returns>One sentence, however long; none for a text of white space only.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public AnnotatedText ReadSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var work = Rent();
        _tokenizer.Tokenize(text, new TextSpan(0, text.Length), work.Tokens);
        var sentences = work.Tokens.Count == 0 ? Array.Empty<Sentence>() : [Analyse(text, CollectionsMarshal.AsSpan(work.Tokens), 0, 0, work)];
        Return(work);
        return new AnnotatedText(text, sentences);
    }

    /// <summary>Tags and parses tokens that are given, as they stand in <c>--pretokenized</c> input.</summary>
    /// <param name="text">The text that the spans refer to.</param>
    /// <param name="spans">Where the tokens stand; they ascend.</param>
    /// <returns>A sentence with index and paragraph 0; its span runs from the first token to the last.</returns>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public Sentence ReadTokens(string text, ReadOnlySpan<TextSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (spans.Length == 0)
        {
            throw new ArgumentException("A sentence needs at least one token.", nameof(spans));
        }

        var work = Rent();
        var sentence = Analyse(text, spans, 0, 0, work);
        Return(work);
        return sentence;
    }

    private Sentence Analyse(string text, ReadOnlySpan<TextSpan> spans, int index, int paragraph, Workspace work)
    {
        work.Reserve(spans.Length);
        var forms = work.Forms.AsSpan(0, spans.Length);
        var analyses = work.Analyses.AsSpan(0, spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            forms[i] = _words.Get(text.AsSpan(spans[i].Start, spans[i].Length));
        }

        _parser.Parse(forms, work.Parser, analyses);
        var tokens = new Token[spans.Length];
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

        return new Sentence(index, paragraph, text, new TextSpan(spans[0].Start, spans[^1].End), tokens);
    }

    /// <summary>A verb whose finer tag is no verb's, as a rare slip of the tagger has it, takes the lemma of a past tense.</summary>
    private static string LemmaTag(in TokenAnalysis analysis) =>
        analysis.Tag == UniversalTag.VERB && !analysis.PennTag.StartsWith('V') ? "VBD" : analysis.PennTag;

    /// <summary>A word after nothing but an opening quote or bracket begins the sentence.</summary>
    private static bool IsOpening(ReadOnlySpan<string> forms, int i) => i == 1 && !char.IsLetterOrDigit(forms[0][0]);

    private Workspace Rent() => _workspaces.TryTake(out var work) ? work : new Workspace(_parser.CreateWorkspace());

    private void Return(Workspace work)
    {
        if (work.Release())
        {
            _workspaces.Add(work);
        }
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

    /// <summary>What one reading needs besides its result, kept for the next reading.</summary>
    private sealed class Workspace(ParserWorkspace parser)
    {
        /// <summary>A reading that needed more than this many tokens at once gives its memory back.</summary>
        private const int MostKept = 100_000;

        internal ParserWorkspace Parser { get; } = parser;

        internal List<TextSpan> Paragraphs { get; } = [];

        internal List<TextSpan> Tokens { get; } = [];

        internal List<int> Ends { get; } = [];

        internal string[] Forms { get; private set; } = new string[SentenceSplitter.LongestSentence];

        internal TokenAnalysis[] Analyses { get; private set; } = new TokenAnalysis[SentenceSplitter.LongestSentence];

        internal void Reserve(int count)
        {
            if (Forms.Length < count)
            {
                (Forms, Analyses) = (new string[count], new TokenAnalysis[count]);
            }
        }

        internal bool Release()
        {
            Paragraphs.Clear();
            Tokens.Clear();
            Ends.Clear();
            return Math.Max(Tokens.Capacity, Forms.Length) <= MostKept;
        }
    }
}
