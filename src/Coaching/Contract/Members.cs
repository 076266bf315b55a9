using System.Text.Json;

namespace StrengthDays.Coaching.Contract;

/// <summary>
/// The members of one JSON object. Each is asked for by name and rule; what nobody asked for is refused in the end, so
/// the list of accepted members is never written twice.
/// </summary>
internal sealed class Members
{
    public const string GivenTwice = "is given twice; send it once.";

    private const int LongestNameShown = 60;

    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly string _path;
    private readonly FieldErrors _errors;

    private Members(JsonElement json, string path, FieldErrors errors)
    {
        (_path, _errors) = (path, errors);
        foreach (var member in json.EnumerateObject())
        {
            if (!_given.TryAdd(member.Name, member.Value))
                _errors.Add(PathOf(member.Name), GivenTwice);
        }
    }

    /// <summary>Reads an object to the end; members that <paramref name="read"/> did not ask for are refused.</summary>
    public static T ReadAll<T>(JsonElement json, string path, FieldErrors errors, Func<Members, T> read)
    {
        var members = new Members(json, path, errors);
        var value = read(members);
        members.Close();
        return value;
    }

    /// <summary>The member, or the fallback when it is absent or null: null is default, as in a merge patch.</summary>
    public T Optional<T>(string name, Rule<T> rule, T fallback) =>
        Given(name, rule.Accepted) is { } field ? rule.Read(field) ?? fallback : fallback;

    /// <summary>The member; absent and null are refused.</summary>
    public T? Required<T>(string name, Rule<T> rule)
    {
        if (Given(name, rule.Accepted) is { } field)
            return rule.Read(field);
        _errors.Add(PathOf(name), $"is missing; it must be {rule.Accepted}.");
        return default;
    }

    public static string Unknown(string name, IReadOnlyList<string> known) =>
        $"is unknown.{Spelling.Hint(name, known)} Accepted here: {string.Join(", ", known)}.";

    private void Close()
    {
        foreach (var name in _given.Keys.Except(_asked).TakeWhile(_ => !_errors.IsFull))
            _errors.Add(PathOf(name), Unknown(name, _asked));
    }

    private Field? Given(string name, string accepted)
    {
        _asked.Add(name);
        return _given.TryGetValue(name, out var json) && json.ValueKind != JsonValueKind.Null
            ? new Field(json, PathOf(name), accepted, _errors)
            : null;
    }

    private string PathOf(string name)
    {
        var shown = name.Length <= LongestNameShown ? name : $"{name.AsSpan(0, LongestNameShown)}…";
        return _path.Length == 0 ? shown : $"{_path}.{shown}";
    }
}
