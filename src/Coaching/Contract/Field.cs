using System.Text.Json;

namespace StrengthDays.Coaching.Contract;

/// <summary>What a member accepts, in words and as code.</summary>
/// <param name="Accepted">Read after "must be", e.g. "a whole number from 1 to 4".</param>
/// <param name="Read">The value; on a bad one it refuses and returns whatever it likes.</param>
internal sealed record Rule<T>(string Accepted, Func<Field, T?> Read)
{
    public Rule<TOther> Then<TOther>(Func<T, TOther> map) =>
        new(Accepted, field => Read(field) is { } value ? map(value) : default);
}

/// <summary>One value of a request, with the path to name it by and what would be accepted.</summary>
internal readonly record struct Field(JsonElement Json, string Path, string Accepted, FieldErrors Errors)
{
    /// <summary>The string; null when it is none.</summary>
    public string? Text => Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;

    public Field Item(JsonElement json, int index, string accepted) => new(json, $"{Path}[{index}]", accepted, Errors);

    /// <summary>Names the member and says what would be accepted. What is returned counts for nothing.</summary>
    /// <param name="hint">A further sentence, e.g. the nearest value.</param>
    public T? Refuse<T>(string hint = "") => Complain<T>($"must be {Accepted}.{hint}");

    /// <summary>As <see cref="Refuse{T}"/>, in words of its own.</summary>
    public T? Complain<T>(string complaint)
    {
        Errors.Add(Path, complaint);
        return default;
    }
}
