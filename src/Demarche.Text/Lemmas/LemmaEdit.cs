using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Demarche.Text.Lemmas;

/// <summary>How a form's end is changed to give its lemma: so many letters off, so many letters on.</summary>
internal sealed record LemmaEdit(int Cut, string Add)
{
    /// <summary>The edit that leads from a form to its lemma.</summary>
    internal static LemmaEdit Between(string form, string lemma)
    {
        var common = form.AsSpan().CommonPrefixLength(lemma);
        return new LemmaEdit(form.Length - common, lemma[common..]);
    }

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out LemmaEdit? edit)
    {
        edit = text.Length > 0 && char.IsAsciiDigit(text[0]) ? new LemmaEdit(text[0] - '0', text[1..]) : null;
        return edit is not null;
    }

    internal static string Complaint(string text) => $"'{text}' is not an edit: a digit (letters to cut), then the letters to add.";

    internal string Apply(string form) => Cut == 0 && Add.Length == 0 ? form : string.Concat(form.AsSpan(0, Math.Max(0, form.Length - Cut)), Add);

    /// <summary>Prints the digit of the cut, then the letters added: <c>3y</c> makes <c>armies</c> <c>army</c>.</summary>
    public override string ToString() => Cut.ToString(CultureInfo.InvariantCulture) + Add;
}
