using System.Globalization;

namespace Demarche.Text.Conllu;

/// <summary>Writes CoNLL-U.</summary>
public static class ConlluWriter
{
    /// <summary>Writes a sentence as it stands, and the empty line after it.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var comment in sentence.Comments)
        {
            writer.Write(comment);
            writer.Write('\n');
        }

        foreach (var row in sentence.Rows)
        {
            writer.Write(row.ToString());
            writer.Write('\n');
        }

        writer.Write('\n');
    }

    /// <summary>Writes all sentences of a text, with ids, paragraphs and texts as comments.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="documentId">Named in <c># newdoc id</c> and before each sentence's number; null leaves both out.</param>
    public static void Write(TextWriter writer, AnnotatedText text, string? documentId = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraph = -1;
        foreach (var sentence in text.Sentences)
        {
            var conllu = FromSentence(sentence);
            var comments = new List<string>();
            if (documentId is not null && sentence.Index == 0)
            {
                comments.Add($"# newdoc id = {documentId}");
            }

            if (sentence.Paragraph != paragraph)
            {
                comments.Add("# newpar");
                paragraph = sentence.Paragraph;
            }

            var number = (sentence.Index + 1).ToString(CultureInfo.InvariantCulture);
            comments.Add($"# sent_id = {(documentId is null ? number : $"{documentId}-{number}")}");
            comments.Add($"# text = {OneLine(sentence.ToString())}");
            conllu.Comments.InsertRange(0, comments);
            Write(writer, conllu);
        }
    }

    /// <summary>Turns a sentence into rows; contractions and possessives stand under a range with the word as written.</summary>
    public static ConlluSentence FromSentence(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var tokens = sentence.Tokens;
        var conllu = new ConlluSentence();
        for (var i = 0; i < tokens.Length; i++)
        {
            var last = i;
            while (last + 1 < tokens.Length && IsPartOfWord(tokens[last], tokens[last + 1]))
            {
                last++;
            }

            if (last > i)
            {
                conllu.Rows.Add(Range(sentence, i, last));
            }

            for (; i < last; i++)
            {
                conllu.Rows.Add(Row(tokens, i, isGlued: false));
            }

            conllu.Rows.Add(Row(tokens, i, isGlued: IsGlued(tokens, i) && !IsPartOfWord(tokens, i)));
        }

        return conllu;
    }

    /// <summary>Fills what the parse says into the row of a word; what else it holds stays.</summary>
    internal static void Fill(ConlluRow row, Token[] tokens, int i)
    {
        var token = tokens[i];
        row.Lemma = token.Lemma.Length == 0 ? "_" : token.Lemma;
        row.UniversalTag = token.Tag.ToString();
        row.PennTag = token.PennTag;
        row.Features = EnglishFeatures.Of(tokens, i);
        row.Head = (token.Head + 1).ToString(CultureInfo.InvariantCulture);
        row.Relation = token.Relation.Name();
        row.Misc = WithEntity(row.Misc, Entity(tokens, i));
    }

    private static ConlluRow Row(Token[] tokens, int i, bool isGlued)
    {
        var row = new ConlluRow
        {
            Kind = ConlluRowKind.Word,
            Id = (i + 1).ToString(CultureInfo.InvariantCulture),
            Form = tokens[i].Form,
            Misc = isGlued ? "SpaceAfter=No" : "_",
        };
        Fill(row, tokens, i);
        return row;
    }

    private static ConlluRow Range(Sentence sentence, int first, int last) => new()
    {
        Kind = ConlluRowKind.Range,
        Id = string.Create(CultureInfo.InvariantCulture, $"{first + 1}-{last + 1}"),
        Form = sentence.Text[sentence.Tokens[first].Span.Start..sentence.Tokens[last].Span.End],
        Misc = IsGlued(sentence.Tokens, last) ? "SpaceAfter=No" : "_",
    };

    private static bool IsGlued(Token[] tokens, int i) => i + 1 < tokens.Length && tokens[i].Span.End == tokens[i + 1].Span.Start;

    private static bool IsPartOfWord(Token[] tokens, int i) => i > 0 && IsPartOfWord(tokens[i - 1], tokens[i]);

    /// <summary>Whether the second token leans on the first: n't, 's, a bare apostrophe of a plural, the "not" of "cannot".</summary>
    private static bool IsPartOfWord(Token first, Token second)
    {
        if (first.Span.End != second.Span.Start || !char.IsLetter(first.Form[^1]))
        {
            return false;
        }

        return second.Form[0] is '\'' or '’'
            ? second.Form.Length > 1 ? char.IsLetter(second.Form[1]) : second.PennTag == "POS"
            : char.IsLetter(second.Form[0]);
    }

    /// <summary>The brackets of the names that begin and end at a token, in the notation of CoNLL-U's <c>Entity</c>.</summary>
    private static string? Entity(Token[] tokens, int i)
    {
        var kind = tokens[i].Name;
        if (kind == NameKind.None)
        {
            return null;
        }

        var name = kind.ToString().ToLowerInvariant();
        var opens = tokens[i].StartsName;
        var closes = i + 1 == tokens.Length || tokens[i + 1].Name != kind || tokens[i + 1].StartsName;
        return (opens, closes) switch { (true, true) => $"({name})", (true, false) => $"({name}", (false, true) => $"{name})", _ => null };
    }

    private static string WithEntity(string misc, string? entity)
    {
        var kept = misc.Split('|').Where(m => m != "_" && m.Length > 0 && !m.StartsWith("Entity=", StringComparison.Ordinal));
        var all = entity is null ? string.Join('|', kept) : string.Join('|', kept.Prepend($"Entity={entity}"));
        return all.Length == 0 ? "_" : all;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
