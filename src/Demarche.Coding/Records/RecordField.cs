using System.Globalization;
using System.Text.Json;
using Demarche.Text;

namespace Demarche.Coding;

/// <summary>One value of a line that is being read, and the way that led to it, for messages.</summary>
/// <param name="value">The value; undefined where the field is missing.</param>
/// <param name="path">Such as <c>events[2].date.start</c>; empty for the line itself.</param>
/// <param name="map">How the offsets of the line count.</param>
internal readonly struct RecordField(JsonElement value, string path, CodePointMap map)
{
    internal string Path => path;

    internal bool IsNull => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    internal RecordField With(CodePointMap offsets) => new(value, path, offsets);

    /// <summary>The field of an object; reads as null where it is missing.</summary>
    internal RecordField this[string name]
    {
        get
        {
            if (value.ValueKind != JsonValueKind.Object) throw Wrong("an object");
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            return new(value.TryGetProperty(name, out var found) ? found : default, inner, map);
        }
    }

    /// <summary>The items of an array; none where the field is null or missing.</summary>
    internal IEnumerable<RecordField> Items()
    {
        if (IsNull) yield break;
        if (value.ValueKind != JsonValueKind.Array) throw Wrong("an array");
        var i = 0;
        foreach (var item in value.EnumerateArray()) yield return new(item, $"{path}[{i++}]", map);
    }

    internal string Text() => TextOrNull() ?? throw Wrong("a string");

    internal string? TextOrNull() =>
        IsNull ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Wrong("a string");

    internal string[] Texts() => [.. Items().Select(item => item.Text())];

    internal int Whole() => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong("a whole number");

    internal int? WholeOrNull() => IsNull ? null : Whole();

    internal double Number() => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : throw Wrong("a number");

    internal double? NumberOrNull() => IsNull ? null : Number();

    internal decimal Decimal() => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : throw Wrong("a number");

    internal decimal? DecimalOrNull() => IsNull ? null : Decimal();

    internal bool Flag() => !IsNull && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong("true or false"));

    internal DateOnly? Day() =>
        IsNull ? null
        : DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong("a day such as 2017-08-30");

    /// <returns>The place of the word among those that may stand here.</returns>
    internal int Word(string[] words) =>
        value.ValueKind == JsonValueKind.String && Array.IndexOf(words, value.GetString()) is >= 0 and var at ? at : throw Wrong($"one of {string.Join(", ", words)}");

    /// <summary>The span whose ends stand in this object.</summary>
    internal TextSpan Span()
    {
        int start = this["start"].Whole(), end = this["end"].Whole();
        if (start < 0 || end < start) throw Wrong("a start of 0 or more and an end not before it");
        return new(map.ToUtf16(start), map.ToUtf16(end));
    }

    internal TextSpan? SpanOrNull() => IsNull ? null : Span();

    internal RecordException Wrong(string expected)
    {
        var found = value.ValueKind == JsonValueKind.Undefined ? "is missing" : $"is {Shorten(value.GetRawText())}";
        return new($"The record's {(path.Length == 0 ? "line" : $"field '{path}'")} {found}; expected {expected}.");
    }

    private static string Shorten(string json) => json.Length <= 40 ? json : string.Concat(json.AsSpan(0, 40), "…");
}
