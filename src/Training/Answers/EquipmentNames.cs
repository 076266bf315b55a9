using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace StrengthDays.Training;

/// <summary>The words for equipment in every file, request and mail: <c>ab-wheel</c>, <c>dumbbells</c>, ...</summary>
public static class EquipmentNames
{
    private static readonly ImmutableArray<Equipment> _items =
        [.. Enum.GetValues<Equipment>().Where(item => item != Equipment.None)];

    private static readonly FrozenDictionary<Equipment, string> _names =
        _items.ToFrozenDictionary(item => item, item => JsonNamingPolicy.KebabCaseLower.ConvertName(item.ToString()));

    private static readonly FrozenDictionary<string, Equipment> _byName =
        _names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>In the order of <see cref="Equipment"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. _items.Select(Of)];

    /// <exception cref="KeyNotFoundException">Not exactly one item.</exception>
    public static string Of(Equipment single) => _names[single];

    /// <summary>Exact, lower case.</summary>
    public static bool TryParse(string name, out Equipment item) => _byName.TryGetValue(name, out item);

    /// <summary>The names of all items in the set, in the order of <see cref="Equipment"/>.</summary>
    public static IEnumerable<string> List(Equipment set) => _items.Where(item => set.HasFlag(item)).Select(Of);
}
