using Demarche.Testing;

namespace Demarche.Intake.Tests.Languages;

/// <summary>Pieces of 200 to 400 characters in thirty languages (sentences.txt), cut at sentences and in the middle of them.</summary>
public sealed class LanguagePiecesTests
{
    private const int Shortest = 200, Longest = 400;

    [Fact]
    public void At_least_995_of_1000_pieces_are_told_and_every_english_one()
    {
        var pieces = Pieces();

        var wrong = pieces.Where(piece => TestReader.Data.Languages.Find(piece.Text)?.Code != piece.Code)
            .Select(piece => $"{piece.Code} as {TestReader.Data.Languages.Find(piece.Text)?.Code}: {piece.Text}").ToList();

        Assert.Equal(30, pieces.Select(piece => piece.Code).Distinct().Count());
        Assert.True(pieces.Count >= 1500, $"only {pieces.Count} pieces");
        Assert.True(wrong.Count * 1000 <= pieces.Count * 5, $"{wrong.Count} of {pieces.Count} wrong:\n{string.Join('\n', wrong.Take(20))}");
        Assert.DoesNotContain(wrong, line => line.StartsWith("en ", StringComparison.Ordinal));
    }

    [Fact]
    public void Pieces_that_are_judged_as_paragraphs_are_told_or_left_undecided_but_never_mistaken()
    {
        var mistaken = Pieces().Where(piece => TestReader.Data.Languages.FindPlain(piece.Text) is { } found && found.Code != piece.Code).ToList();

        Assert.Empty(mistaken);
    }

    private static List<(string Code, string Text)> Pieces()
    {
        var pieces = new List<(string, string)>();
        foreach (var (code, sentences) in Read())
        {
            foreach (var step in (int[])[1, 5, 7])
            {
                for (var start = 0; start < sentences.Count; start++)
                {
                    pieces.Add((code, Joined(sentences, start, step)));
                }
            }

            var all = string.Join(' ', sentences);
            for (var at = 0; at + Shortest < all.Length; at += 50)
            {
                pieces.Add((code, all[at..Math.Min(all.Length, at + Shortest + 50)]));
            }
        }

        return pieces;
    }

    private static string Joined(List<string> sentences, int start, int step)
    {
        var text = sentences[start];
        for (var i = start + step; text.Length < Shortest; i += step)
        {
            text += " " + sentences[i % sentences.Count];
        }

        return text.Length <= Longest ? text : text[..Longest];
    }

    private static List<(string Code, List<string> Sentences)> Read()
    {
        var languages = new List<(string Code, List<string> Sentences)>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Demarche.Intake.Tests", "Languages", "sentences.txt")))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                languages.Add((line[2..], []));
            }
            else if (!line.StartsWith('#'))
            {
                languages[^1].Sentences.Add(line);
            }
        }

        return languages;
    }
}
