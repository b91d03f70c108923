using System.Globalization;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Precision and recall of names by kind.</summary>
internal static class NameScores
{
    internal static void Print(IEnumerable<NamedSentence> sentences, TextPipeline pipeline, int show, TextWriter output)
    {
        var kinds = Enum.GetValues<NameKind>().Where(kind => kind != NameKind.None).ToDictionary(kind => kind, _ => new Tally());
        var spans = new Tally();
        foreach (var sentence in sentences)
        {
            var found = Find(sentence.Words, pipeline);
            foreach (var (kind, tally) in kinds) tally.Add(found.Where(n => n.Kind == kind).ToHashSet(), sentence.Names.Where(n => n.Kind == kind).ToHashSet());
            if (show > 0 && !found.SetEquals(sentence.Names))
            {
                show--;
                output.WriteLine($"{string.Join(' ', sentence.Words)}\n  there  {Print(sentence.Names.Except(found), sentence)}\n  found  {Print(found.Except(sentence.Names), sentence)}");
            }

            spans.Add(found.Select(n => (n.Start, n.End)).ToHashSet(), sentence.Names.Select(n => (n.Start, n.End)).ToHashSet());
        }

        output.WriteLine("| kind | gold | precision | recall | F1 |\n|---|---:|---:|---:|---:|");
        foreach (var (kind, tally) in kinds) output.WriteLine(Row(kind.ToString().ToLowerInvariant(), tally));
        var three = new Tally();
        foreach (var kind in (NameKind[])[NameKind.Person, NameKind.Place, NameKind.Organisation]) three.Add(kinds[kind]);
        output.WriteLine(Row("person, place, organisation", three));
        output.WriteLine(Row("any, by span alone", spans));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"names three={three.F1:f1} person={kinds[NameKind.Person].F1:f1} place={kinds[NameKind.Place].F1:f1} organisation={kinds[NameKind.Organisation].F1:f1} other={kinds[NameKind.Other].F1:f1} span={spans.F1:f1}"));
    }

    private static string Print(IEnumerable<Name> names, NamedSentence sentence) => string.Join(
        ", ", names.OrderBy(name => name.Start).Select(name => $"{name.Kind}: {string.Join(' ', sentence.Words[name.Start..name.End])}"));

    private static string Row(string name, Tally tally) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {tally.Known:n0} | {tally.Cells()} |");

    private static HashSet<Name> Find(string[] words, TextPipeline pipeline)
    {
        var spans = new TextSpan[words.Length];
        for (int i = 0, at = 0; i < words.Length; at += words[i++].Length + 1) spans[i] = new TextSpan(at, at + words[i].Length);
        var tokens = pipeline.ReadTokens(string.Join(' ', words), spans).Tokens;
        var names = new HashSet<Name>();
        for (var i = 0; i < tokens.Length;)
        {
            var start = i++;
            if (tokens[start].Name == NameKind.None) continue;
            while (i < tokens.Length && tokens[i].Name == tokens[start].Name && !tokens[i].StartsName) i++;
            names.Add(new Name(start, i, tokens[start].Name));
        }

        return names;
    }
}
