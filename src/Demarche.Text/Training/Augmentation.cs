namespace Demarche.Text.Training;

/// <summary>Shows some sentences in the dress of headlines, wires and careless typing, so that letters' case is not all that counts.</summary>
internal static class Augmentation
{
    private const float Lower = 0.03f, Upper = 0.03f, Title = 0.03f, NoStop = 0.05f;

    internal static TrainingSentence Vary(TrainingSentence sentence, RandomStream random)
    {
        if (random.Chance(NoStop)) sentence = DropFinalStop(sentence);
        var choice = random.NextSingle();
        if (choice < Lower) return WithForms(sentence, form => form.ToLowerInvariant());
        if (choice < Lower + Upper) return WithForms(sentence, form => form.ToUpperInvariant());
        return choice < Lower + Upper + Title ? WithForms(sentence, Titled) : sentence;
    }

    private static string Titled(string form) =>
        form.Length > 3 ? string.Concat(char.ToUpperInvariant(form[0]).ToString(), form.AsSpan(1)) : form;

    private static TrainingSentence WithForms(TrainingSentence sentence, Func<string, string> change) =>
        sentence with { Forms = [.. sentence.Forms.Select(change)] };

    private static TrainingSentence DropFinalStop(TrainingSentence sentence)
    {
        var last = sentence.Length - 1;
        if (last < 1 || sentence.Forms[last] != "." || sentence.Heads[last] < 0 || sentence.Heads.Contains(last)) return sentence;
        return sentence with
        {
            Forms = sentence.Forms[..last],
            Tags = sentence.Tags[..last],
            PennTags = sentence.PennTags[..last],
            Heads = sentence.Heads[..last],
            Relations = sentence.Relations[..last],
            Names = sentence.Names[..last],
        };
    }
}
