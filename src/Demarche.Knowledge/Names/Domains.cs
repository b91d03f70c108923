namespace Demarche.Knowledge.Names;

/// <summary>Takes the host out of what may be an address, a domain or a plain name.</summary>
internal static class Domains
{
    /// <returns>Lower case, without <c>www.</c>; null where the text is no domain.</returns>
    internal static string? HostOf(string text)
    {
        var rest = text.AsSpan().Trim();
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) rest = rest[(scheme + 3)..];
        var end = rest.IndexOfAny("/?#:");
        if (end >= 0) rest = rest[..end];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        if (!rest.Contains('.') || rest.Contains(' ') || rest.EndsWith(".")) return null;
        return rest.ToString().ToLowerInvariant();
    }
}
