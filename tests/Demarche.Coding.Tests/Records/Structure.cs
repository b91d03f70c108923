using System.Collections;
using System.Reflection;
using System.Text;

namespace Demarche.Coding.Tests;

/// <summary>Prints all that a record holds, a property a line, so that two records can be compared and a difference read.</summary>
internal static class Structure
{
    internal static string Print(object? value)
    {
        var page = new StringBuilder();
        Append(page, "", value);
        return page.ToString();
    }

    private static void Append(StringBuilder page, string path, object? value)
    {
        if (value is IEnumerable list and not string)
        {
            var i = 0;
            foreach (var item in list) Append(page, $"{path}[{i++}]", item);
            page.AppendLine($"{path}: {i} items");
        }
        else if (value is null or string or Enum or DateOnly || value.GetType().IsPrimitive || value is decimal)
        {
            page.AppendLine($"{path} = {value ?? "null"}");
        }
        else
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                Append(page, $"{path}.{property.Name}", property.GetValue(value));
        }
    }
}
