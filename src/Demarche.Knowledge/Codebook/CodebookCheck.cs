using Demarche.Text.Lemmas;

namespace Demarche.Knowledge;

/// <summary>Looks in a codebook for what can be read but never takes effect, and for what may not be meant so (docs/codebook.md, "What the check finds").</summary>
/// <remarks>What it says holds for every sentence; what depends on sentences, it does not see.</remarks>
public static class CodebookCheck
{
    /// <param name="lemmas">Tells the inflected forms among triggers.</param>
    /// <returns>In the order of kinds, then of files and rows; empty where all is well.</returns>
    public static IReadOnlyList<CodebookFinding> Find(Codebook codebook, Lemmatizer lemmas)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(lemmas);
        return [.. ShadowReport.Find(codebook.Entries).Concat(new PatternFaults(lemmas).Find(codebook.Entries)).Concat(OperatorFaults.Find(codebook)).OrderBy(finding => finding.Kind)];
    }
}
