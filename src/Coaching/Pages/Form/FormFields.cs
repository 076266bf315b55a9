using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>What a browser sent from a form (application/x-www-form-urlencoded), as typed.</summary>
public sealed partial class FormFields
{
    public static readonly FormFields None = new([]);

    private readonly Dictionary<string, ImmutableArray<string>> _values;

    private FormFields(IEnumerable<KeyValuePair<string, ImmutableArray<string>>> values) =>
        _values = new(values, StringComparer.Ordinal);

    public static FormFields Parse(string encoded) => new(
        QueryHelpers.ParseQuery(encoded).Select(
            pair => KeyValuePair.Create(pair.Key, pair.Value.OfType<string>().ToImmutableArray())));

    /// <summary>As if somebody had typed these; a name may come more than once.</summary>
    public static FormFields Of(IEnumerable<(string Name, string Value)> typed) => new(
        typed.GroupBy(field => field.Name, field => field.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.ToImmutableArray())));

    public IEnumerable<string> Names => _values.Keys;

    /// <summary>Every value of a name, in the order sent.</summary>
    public ImmutableArray<string> All(string name) => _values.GetValueOrDefault(name, []);

    /// <summary>The first value of a name; empty when there is none.</summary>
    public string Text(string name) => All(name) is [var first, ..] ? first : "";

    public bool Has(string name, string value) => All(name).Contains(value);

    /// <summary>
    /// The rows of a list such as <c>races[1].date</c> moved up over those where nothing was typed, so that a mistake
    /// is found at the row it was made in.
    /// </summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="typed">Members that make a row count.</param>
    public FormFields WithoutEmptyRows(string list, params ReadOnlySpan<string> typed)
    {
        var rows = new SortedSet<int>();
        foreach (var name in _values.Keys)
            if (Row().Match(name) is { Success: true } match && match.Groups[1].Value == list
                && typed.Contains(match.Groups[3].Value) && !string.IsNullOrWhiteSpace(Text(name)))
                rows.Add(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        var places = rows.Select((row, place) => (row, place)).ToDictionary(p => p.row, p => p.place);
        return new(_values.Select(pair => Moved(pair, list, places)).Where(pair => pair.Key.Length > 0));
    }

    private static KeyValuePair<string, ImmutableArray<string>> Moved(
        KeyValuePair<string, ImmutableArray<string>> pair, string list, Dictionary<int, int> places)
    {
        if (Row().Match(pair.Key) is not { Success: true } match || match.Groups[1].Value != list)
            return pair;
        return places.TryGetValue(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), out var place)
            ? new($"{list}[{place}].{match.Groups[3].Value}", pair.Value)
            : new("", []);
    }

    // Two digits: a form has a handful of rows, and nobody's index may overflow.
    [GeneratedRegex(@"\A([a-z]+)\[([0-9]{1,2})\]\.([A-Za-z]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
