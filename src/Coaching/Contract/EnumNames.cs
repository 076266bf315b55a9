using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrengthDays.Coaching.Contract;

/// <summary>The contract's names of an enum: kebab-case, unless the member names itself.</summary>
public static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByValue =
        Enum.GetValues<T>().ToFrozenDictionary(v => v, Name);

    private static readonly FrozenDictionary<string, T> ByName =
        ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>Every name, in the order of the enum.</summary>
    public static ImmutableArray<string> List { get; } = [.. Enum.GetValues<T>().Select(Of)];

    public static string Of(T value) => ByValue[value];

    /// <summary>The value with exactly this name, or null.</summary>
    public static T? Parse(string name) =>
        ByName.TryGetValue(name, out var value) ? value : null;

    private static string Name(T value)
    {
        var member = typeof(T).GetField(value.ToString())!;
        return member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.KebabCaseLower.ConvertName(member.Name);
    }
}
