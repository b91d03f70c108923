using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Distances on the globe.</summary>
internal static class Geodesy
{
    private const double EarthRadiusKm = 6371;

    /// <returns>Great-circle distance; NaN where a place has no coordinates.</returns>
    internal static double DistanceKm(KnowledgeEntry a, KnowledgeEntry b)
    {
        var (latitudeA, latitudeB) = (double.DegreesToRadians(a.Latitude), double.DegreesToRadians(b.Latitude));
        var north = Math.Sin((latitudeB - latitudeA) / 2);
        var east = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt((north * north) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * east * east)));
    }
}
