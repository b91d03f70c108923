using Demarche.Text.Neural;

namespace Demarche.Text.Tests.Neural;

public sealed class StableHashTests
{
    // Models keep these hashes instead of words: another value would make every model file useless.
    [Theory]
    [InlineData("", 0, 2414115369415646414UL), InlineData("treaty", 0, 1348886839612233874UL)]
    [InlineData("treaty", 3, 4900758887168514889UL), InlineData("Übung", 0, 2948396425594598372UL)]
    public void A_hash_never_changes(string text, ulong seed, ulong hash) => Assert.Equal(hash, StableHash.Of(text, seed));
}
