using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Text;
using Demarche.Text.Conllu;

namespace Demarche.Cli;

/// <summary>Parsed sentences as NDJSON, a line each; offsets count Unicode code points of the text.</summary>
internal static class SentenceLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(AnnotatedText text, string? id, IBufferWriter<byte> output)
    {
        var map = new CodePointMap(text.Text);
        foreach (var sentence in text.Sentences)
        {
            using (var json = new Utf8JsonWriter(output, Options)) Write(json, sentence, id, map);
            output.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, Sentence sentence, string? id, CodePointMap map)
    {
        json.WriteStartObject();
        if (id is not null) json.WriteString("id", id);
        json.WriteNumber("sentence", sentence.Index);
        json.WriteNumber("paragraph", sentence.Paragraph);
        WriteSpan(json, sentence.Span, map);
        json.WriteString("text", sentence.ToString());
        var rows = ConlluWriter.FromSentence(sentence).Rows.FindAll(row => row.Kind == ConlluRowKind.Word);
        json.WriteStartArray("tokens");
        for (var i = 0; i < rows.Count; i++) WriteToken(json, sentence.Tokens[i], rows[i], map);
        json.WriteEndArray();
        json.WriteStartArray("names");
        for (var i = 0; i < sentence.Tokens.Length; i++)
            if (sentence.Tokens[i].StartsName) WriteName(json, sentence, i, map);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteToken(Utf8JsonWriter json, Token token, ConlluRow row, CodePointMap map)
    {
        json.WriteStartObject();
        WriteSpan(json, token.Span, map);
        json.WriteString("form", token.Form);
        json.WriteString("lemma", token.Lemma);
        json.WriteString("upos", row.UniversalTag);
        json.WriteString("xpos", token.PennTag);
        json.WriteString("feats", row.Features);
        json.WriteNumber("head", token.Head);
        json.WriteString("deprel", row.Relation);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, Sentence sentence, int first, CodePointMap map)
    {
        var end = first + 1;
        while (end < sentence.Tokens.Length && sentence.Tokens[end].Name == sentence.Tokens[first].Name && !sentence.Tokens[end].StartsName) end++;
        var span = new TextSpan(sentence.Tokens[first].Span.Start, sentence.Tokens[end - 1].Span.End);
        json.WriteStartObject();
        WriteSpan(json, span, map);
        json.WriteString("kind", sentence.Tokens[first].Name.ToString().ToLowerInvariant());
        json.WriteString("text", sentence.Text.AsSpan(span.Start, span.Length));
        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span, CodePointMap map)
    {
        json.WriteNumber("start", map.ToCodePoints(span.Start));
        json.WriteNumber("end", map.ToCodePoints(span.End));
    }
}
