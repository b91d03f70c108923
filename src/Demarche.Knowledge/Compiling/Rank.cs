namespace Demarche.Knowledge.Compiling;

/// <summary>Which of the things that share a name the news means first; higher goes first.</summary>
/// <remarks>
/// A state comes before a town of its name, a capital before a person, a whole name before a surname. Within a kind the
/// better known goes first: towns by inhabitants, people by office, state and how lately they held it. The steps were
/// chosen so that Georgia is the state, Washington the capital, Clinton the politician and Birmingham the city.
/// </remarks>
internal static class Rank
{
    internal const int Country = 1000;
    internal const int Adjective = 960;
    internal const int Demonym = 950;
    internal const int Capital = 900;
    internal const int Metonym = 880;
    internal const int Organisation = 860;
    internal const int Dispute = 855;
    internal const int ArmedGroup = 850;
    internal const int Person = 800;
    internal const int NaturalFeature = 760;
    internal const int Outlet = 700;
    internal const int EthnicGroup = 430;
    internal const int Treaty = 645;
    internal const int Weapon = 640;
    internal const int Party = 600;
    internal const int Office = 320;
    internal const int RoleNoun = 300;

    /// <summary>States that are gone stand behind those that are there.</summary>
    internal const int Gone = 250;

    private const int Surname = 400;

    internal static int Town(int population) => 120 + (int)(70 * Math.Log10(population + 10));

    /// <summary>A unit counts as a town of a quarter of its people: behind a metropolis of its name, before small towns.</summary>
    internal static int AdminUnit(int population) => Town(Math.Max(population / 4, 40_000));

    /// <param name="roleWeight">From roles.tsv, 0 to 100.</param>
    /// <param name="attention">How much is known of the state, 0 to 15.</param>
    /// <param name="lastYear">The last year in which an office was held.</param>
    internal static int Prominence(int roleWeight, int attention, int lastYear) =>
        roleWeight + attention + Math.Clamp((lastYear - 1990) / 2, 0, 18);

    internal static int OfSurname(int prominence) => Surname + prominence;

    internal static int OfPerson(int prominence) => Person + (prominence / 4);
}
