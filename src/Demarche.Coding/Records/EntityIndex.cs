namespace Demarche.Coding;

/// <summary>The entities of one record by their ids, and how people want them written.</summary>
internal readonly struct EntityIndex(CodedReport record)
{
    // Few entities a report: a scan is quicker than a dictionary, and makes no garbage.
    private readonly IReadOnlyList<CodedEntity> _entities = record.Entities;

    internal CodedEntity? Find(string? id)
    {
        foreach (var entity in _entities)
        {
            if (entity.Id == id) return entity;
        }

        return null;
    }

    /// <returns>The name, and the country where it says more than the name: <c>Sergey Lavrov (RUS)</c>; the id where no entity has it.</returns>
    internal string Label(string id) =>
        Find(id) is not { } entity ? id
        : entity.Country is { } country && entity.Kind != EntityKind.Country && entity.Name != country ? $"{entity.Name} ({country})"
        : entity.Name;

    internal string Labels(IReadOnlyList<string> ids, string separator)
    {
        var index = this;
        return string.Join(separator, ids.Select(index.Label));
    }
}
