using Demarche.Knowledge.Names;
using Demarche.Knowledge.Storage;

namespace Demarche.Knowledge.Compiling;

/// <summary>Packs names into a hash table of whole names and their beginnings.</summary>
internal sealed class NamePacker
{
    // More readings of one name than these help nobody; the rarest are cut. Thirty states of the USA have a Washington County.
    private const int MostReadings = 32;

    private const int MostBearersOfSurname = 8;

    private readonly Dictionary<ulong, List<NameDraft>> _names = [];
    private readonly List<ulong> _order = [];
    private readonly HashSet<ulong> _beginnings = [];
    private readonly List<ulong> _beginningOrder = [];
    private readonly HashSet<ulong> _lowerStarts = [];
    private readonly List<ulong> _lowerStartOrder = [];

    internal void Add(IReadOnlyList<NameDraft> names)
    {
        Span<ulong> units = stackalloc ulong[NameUnits.Most];
        foreach (var name in names)
        {
            var count = NameUnits.Read(name.Name, units);
            if (count is 0 or NameUnits.Most) continue;
            var key = NameUnits.Seed;
            for (var i = 0; i < count; i++)
            {
                key = NameUnits.Append(key, units[i]);
                if (i < count - 1 && _beginnings.Add(key)) _beginningOrder.Add(key);
            }
            if (name.Rule.HasFlag(NameRule.OrLowerCase) && _lowerStarts.Add(units[0])) _lowerStartOrder.Add(units[0]);
            Reading(key, name);
        }
    }

    internal void Write(SectionWriter[] sections)
    {
        var keys = new List<ulong>(_order.Count + _beginningOrder.Count);
        keys.AddRange(_order);
        keys.AddRange(_beginningOrder.Where(key => !_names.ContainsKey(key)));
        var capacity = CapacityFor(keys.Count);
        var slotKeys = new ulong[capacity];
        var slots = new uint[capacity];
        for (var i = 0; i < keys.Count; i++)
        {
            var slot = Free(slotKeys, keys[i]);
            slotKeys[slot] = keys[i];
            slots[slot] = (i < _order.Count ? (uint)i + 1 : 0) | (_beginnings.Contains(keys[i]) ? NameTable.LongerBit : 0);
        }
        foreach (var key in slotKeys) sections[(int)Section.NameKeys].UInt64(key);
        foreach (var slot in slots) sections[(int)Section.NameSlots].UInt32(slot);
        WriteGroups(sections[(int)Section.GroupOffsets], sections[(int)Section.Groups]);

        var starts = new ulong[CapacityFor(_lowerStartOrder.Count)];
        foreach (var start in _lowerStartOrder) starts[Free(starts, start)] = start;
        foreach (var start in starts) sections[(int)Section.LowerStarts].UInt64(start);
    }

    private void Reading(ulong key, NameDraft name)
    {
        if (!_names.TryGetValue(key, out var readings))
        {
            _names.Add(key, readings = []);
            _order.Add(key);
        }
        else if (readings[0].Name != name.Name && NameUnits.Written(readings[0].Name) != NameUnits.Written(name.Name))
        {
            throw new InvalidOperationException($"'{readings[0].Name}' and '{name.Name}' hash alike; change the constants of NameUnits.");
        }
        readings.Add(name);
    }

    private void WriteGroups(SectionWriter offsets, SectionWriter groups)
    {
        foreach (var key in _order)
        {
            offsets.UInt32((uint)groups.Length);
            foreach (var reading in Best(_names[key]))
            {
                groups.Packed((uint)reading.Entry);
                groups.Byte((byte)reading.Form);
                groups.Byte((byte)reading.Rule);
            }
        }
        offsets.UInt32((uint)groups.Length);
    }

    // The same entry may bear a name twice, as adjective and demonym: its better reading stays.
    private static IEnumerable<NameDraft> Best(List<NameDraft> readings)
    {
        var seen = new HashSet<int>();
        var bearers = 0;
        return readings
            .Select((reading, index) => (reading, index))
            .OrderByDescending(r => r.reading.Rank).ThenBy(r => r.reading.Entry).ThenBy(r => r.index)
            .Where(r => seen.Add(r.reading.Entry) && (r.reading.Form != NameForm.Surname || ++bearers <= MostBearersOfSurname))
            .Take(MostReadings)
            .Select(r => r.reading);
    }

    // Three slots for two keys: probes stay short, and the file small.
    private static int CapacityFor(int count) => Math.Max(16, count + (count / 2));

    private static int Free(ulong[] keys, ulong key)
    {
        var slot = NameTable.Home(key, keys.Length);
        while (keys[slot] != 0) slot = slot + 1 == keys.Length ? 0 : slot + 1;
        return slot;
    }
}
