namespace Demarche.Knowledge.Tests.Names;

public sealed class FindingTests
{
    [Fact]
    public void A_state_an_office_and_a_person_side_by_side_are_three_names() =>
        Assert.Equal(
            """
            Russian = country:RUS Adjective
            Foreign Minister = office:foreign-minister RoleNoun
            Sergei Lavrov = person:sergei-lavrov Name
            US = country:USA Acronym
            Secretary of State = office:secretary-of-state-USA RoleNoun
            Rex Tillerson = person:rex-tillerson Name
            """,
            Words.Found("Russian Foreign Minister Sergei Lavrov phoned_VERB US Secretary of_ADP State Rex Tillerson ."));
}
