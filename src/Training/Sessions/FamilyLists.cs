using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What is done with lists of families.</summary>
internal static class FamilyLists
{
    /// <summary>The same families, beginning further on.</summary>
    public static ImmutableArray<Family> Rotated(this ImmutableArray<Family> pool, int by) =>
        pool.Length < 2 || by % pool.Length == 0
            ? pool
            : [.. pool[(by % pool.Length)..], .. pool[..(by % pool.Length)]];
}
