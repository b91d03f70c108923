using System.Globalization;

namespace Demarche.Knowledge.Tables;

/// <summary>One row of a table. Columns are counted from 0 here, from 1 in messages.</summary>
internal readonly struct TableRow(Table table, int line, string[] fields)
{
    internal int Line { get; } = line;

    /// <value>As messages name the table.</value>
    internal string File => table.File;

    internal bool IsAdded => table.IsAdded;

    internal ReadOnlySpan<string> Fields => fields;

    internal string Text(int column) => fields[column];

    internal bool Has(int column) => fields[column].Length > 0;

    /// <exception cref="LexiconException">The field is empty.</exception>
    internal string Needed(int column) =>
        Has(column) ? fields[column] : throw Wrong(column, TableMessages.Empty(table.Columns[column]));

    internal string? Optional(int column) => Has(column) ? fields[column] : null;

    /// <summary>The values of a field that are parted by bars; none where the field is empty.</summary>
    internal string[] List(int column) =>
        fields[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal string? Country(int column, KnownCodes codes)
    {
        if (Has(column) && !codes.IsCountry(fields[column])) throw Wrong(column, TableMessages.Country(fields[column]));
        return Optional(column);
    }

    internal string[] Countries(int column, KnownCodes codes)
    {
        var list = List(column);
        foreach (var country in list)
            if (!codes.IsCountry(country)) throw Wrong(column, TableMessages.Country(country));
        return list;
    }

    internal string[] Sectors(int column, KnownCodes codes)
    {
        var list = List(column);
        foreach (var sector in list)
            if (!codes.IsSector(sector)) throw Wrong(column, TableMessages.Sector(sector));
        return list;
    }

    internal string Role(int column, KnownCodes codes) =>
        codes.IsRole(Needed(column)) ? fields[column] : throw Wrong(column, TableMessages.Role(fields[column]));

    internal DateOnly? Date(int column)
    {
        if (!Has(column)) return null;
        return DateOnly.TryParseExact(fields[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong(column, TableMessages.Date(fields[column]));
    }

    internal (DateOnly? Start, DateOnly? End) Dates(int start, int end)
    {
        var dates = (Date(start), Date(end));
        if (dates is ({ } from, { } to) && to < from) throw Wrong(end, TableMessages.Reversed(fields[start], fields[end]));
        return dates;
    }

    internal float Degrees(int column, float limit)
    {
        if (!Has(column)) return float.NaN;
        if (!float.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees))
            throw Wrong(column, TableMessages.Number(fields[column]));
        return Math.Abs(degrees) <= limit ? degrees : throw Wrong(column, TableMessages.Coordinate(fields[column]));
    }

    internal int Count(int column)
    {
        if (!Has(column)) return 0;
        return int.TryParse(fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong(column, TableMessages.Number(fields[column]));
    }

    internal string OneOf(int column, params ReadOnlySpan<string> choices)
    {
        foreach (var choice in choices)
            if (choice == fields[column]) return choice;
        throw Wrong(column, TableMessages.OneOf(fields[column], string.Join(", ", choices)));
    }

    internal LexiconException Wrong(int column, string problem) => new(table.File, Line, column + 1, problem);
}
