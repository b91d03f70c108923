namespace Demarche.Text;

/// <summary>The universal part-of-speech tags (Universal Dependencies, version 2). The names are printed as they stand.</summary>
public enum UniversalTag : byte
{
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
}
