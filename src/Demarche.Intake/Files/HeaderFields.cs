namespace Demarche.Intake.Files;

/// <summary>The named fields before a message's body, as HTTP and WARC write them.</summary>
internal sealed class HeaderFields
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field's value without blanks around it; null where it is not there. Of a field given twice, the first.</summary>
    internal string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads up to and with the empty line.</summary>
    /// <param name="next">Gives line after line.</param>
    internal static HeaderFields Read(Func<string> next)
    {
        var fields = new HeaderFields();
        string? name = null;
        while (next() is { Length: > 0 } line)
        {
            if (line[0] is ' ' or '\t')
            {
                if (name is not null)
                {
                    fields._values[name] += " " + line.Trim(); // a value may go on in a line that starts with a blank
                }

                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 && fields._values.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()) ? line[..colon].Trim() : null;
        }

        return fields;
    }
}
