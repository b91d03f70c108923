using Demarche.Testing;

namespace Demarche.Coding.Tests.Entities;

public sealed class VesselTests
{
    [Theory]
    [InlineData("The USS Abraham Lincoln anchored off Busan on Monday.", "USS Abraham Lincoln", "USA")]
    [InlineData("The French aircraft carrier Charles de Gaulle left Toulon.", "FS Charles de Gaulle", "FRA")]
    [InlineData("China sent the aircraft carrier Fujian to the South China Sea.", "Fujian aircraft carrier", "CHN")]
    [InlineData("Two boats approached the BRP Sierra Madre on Friday.", "BRP Sierra Madre", "PHL")]
    [InlineData("Commandos boarded the Galaxy Leader on Sunday.", "Galaxy Leader", "GBR")]
    public void A_ship_is_a_thing_of_a_state_though_it_bears_the_name_of_a_person_or_a_place(string sentence, string name, string country)
    {
        var record = TestCoder.CodeSentence(sentence, "2024-03-15");

        var ship = Assert.Single(record.Entities, entity => entity.Name == name);
        Assert.Equal((EntityKind.Object, country), (ship.Kind, ship.Country));
        Assert.DoesNotContain(record.Entities, entity => entity.Kind == EntityKind.Person);
        Assert.DoesNotContain(record.Places, place => name.Contains(place.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_ship_that_is_sent_is_no_weapon_that_is_given() =>
        Assert.Empty(TestCoder.CodeSentence("China sent the aircraft carrier Fujian to the South China Sea.").Events);
}
