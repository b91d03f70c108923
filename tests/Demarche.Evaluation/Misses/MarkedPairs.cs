using System.Text.RegularExpressions;
using Demarche.Text;

namespace Demarche.Evaluation;

/// <summary>Reads PLV's table: id, root code, penta class, sentence, and the sentence with <c>&lt;s&gt;</c> around the actor and <c>&lt;t&gt;</c> around the recipient.</summary>
internal static partial class MarkedPairs
{
    /// <exception cref="InvalidDataException">A row has not five cells, or a mark is closed that was not opened.</exception>
    internal static IEnumerable<MarkedSentence> Read(string file)
    {
        var number = 1;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            number++;
            if (line.Split('\t') is not [_, var root, _, var text, var marked])
                throw new InvalidDataException($"{file}({number}): a row of five cells was expected: id, root, penta, sentence, marked_sentence.");
            yield return new MarkedSentence(text, root, Phrases(marked, $"{file}({number})"), []);
        }
    }

    // The marked sentence without its marks is the sentence.
    private static List<MarkedPhrase> Phrases(string marked, string place)
    {
        var phrases = new List<MarkedPhrase>();
        var (shift, open) = (0, -1);
        foreach (Match mark in Mark().Matches(marked))
        {
            var at = mark.Index - shift;
            shift += mark.Length;
            if (mark.Groups[1].Length == 0) open = at;
            else if (open < 0) throw new InvalidDataException($"{place}: '{mark.Value}' closes a mark that was not opened.");
            else phrases.Add(new MarkedPhrase(new TextSpan(open, at), mark.Groups[2].Value == "s" ? MarkedRole.Actor : MarkedRole.Recipient));
        }

        return phrases;
    }

    [GeneratedRegex("<(/?)([st])>")]
    private static partial Regex Mark();
}
