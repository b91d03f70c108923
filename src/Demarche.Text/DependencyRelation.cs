namespace Demarche.Text;

/// <summary>The relations of Universal Dependencies that the treebank uses, with the subtypes that it uses.</summary>
/// <remarks>Printed by <see cref="DependencyRelations.Name"/>: <see cref="NsubjPass"/> is <c>nsubj:pass</c>.</remarks>
public enum DependencyRelation : byte
{
    Dep, Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound,
    CompoundPrt, Conj, Cop, Csubj, CsubjOuter, CsubjPass, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat,
    Goeswith, Iobj, List, Mark, Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl,
    OblAgent, OblUnmarked, Orphan, Parataxis, Punct, Reparandum, Vocative, Xcomp,
}
