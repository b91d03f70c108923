using System.Diagnostics.CodeAnalysis;

namespace Demarche.Intake;

/// <summary>Which columns of a table, or which members of JSON objects, hold the parts of a report.</summary>
/// <remarks>A part that is not mapped is looked for under its own name: <c>id</c>, <c>text</c>, <c>html</c> and so on.</remarks>
public sealed class FieldMap
{
    /// <summary>The parts that a report can be given: what stands left of <c>=</c>.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["id", "text", "html", "title", "published", "url", "outlet"];

    /// <summary>Every part under its own name.</summary>
    public static FieldMap Default { get; } = new([]);

    private readonly Dictionary<string, string> _names;

    private FieldMap(Dictionary<string, string> names) => _names = names;

    /// <summary>The columns that were named, and must therefore be there.</summary>
    internal IReadOnlyCollection<string> Named => _names.Values;

    /// <summary>Reads a map such as <c>text=body,published=date</c>.</summary>
    /// <param name="map">Null where the text is no map.</param>
    /// <param name="error">What is wrong with it, in words; null where nothing is.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool TryParse(string text, [NotNullWhen(true)] out FieldMap? map, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        map = null;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (field, name) = equals < 0 ? (part.Trim(), "") : (part[..equals].Trim(), part[(equals + 1)..].Trim());
            error = name.Length == 0 ? IntakeWarnings.MapWithoutName(part.Trim())
                : !Fields.Contains(field) ? IntakeWarnings.MapUnknownField(field, Fields)
                : !names.TryAdd(field, name) ? IntakeWarnings.MapFieldTwice(field)
                : null;
            if (error is not null)
            {
                return false;
            }
        }

        (map, error) = (new FieldMap(names), null);
        return true;
    }

    /// <summary>The column or member that holds a part.</summary>
    internal string NameOf(string field) => _names.GetValueOrDefault(field, field);

    /// <returns>The map as it was given, for the record of how a run was started.</returns>
    public override string ToString() => string.Join(',', _names.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
