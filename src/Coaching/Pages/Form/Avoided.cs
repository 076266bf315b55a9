using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>Exercises to leave out: the form speaks of their names, the questionnaire of their ids.</summary>
internal static class Avoided
{
    public const string Field = "avoid";

    /// <summary>Lines to type in while nothing is typed; one more than are filled otherwise.</summary>
    private const int Lines = 2;

    private static readonly ImmutableArray<(string Id, string Name)> Exercises =
        [.. Catalogue.Default.All.Select(e => (e.Id, e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal)];

    /// <summary>What the lines offer.</summary>
    public static IEnumerable<string> Names => Exercises.Select(e => e.Name);

    /// <summary>What stands in the lines.</summary>
    public static ImmutableArray<string> Typed(FormFields fields)
    {
        var filled = fields.All(Field).Where(typed => !string.IsNullOrWhiteSpace(typed)).ToList();
        return [.. filled, .. Enumerable.Repeat("", Math.Max(1, Lines - filled.Count))];
    }

    /// <summary>Ids where a name is known; anything else goes through as typed, for the reader to name.</summary>
    public static ImmutableArray<string> IdsOf(FormFields fields) =>
        [.. fields.All(Field).Where(typed => !string.IsNullOrWhiteSpace(typed)).Select(IdOf).Distinct()];

    public static string NameOf(string id) => Exercises.FirstOrDefault(e => e.Id == id).Name ?? id;

    private static string IdOf(string typed) => Exercises.FirstOrDefault(
        e => e.Name.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)).Id ?? typed.Trim();
}
