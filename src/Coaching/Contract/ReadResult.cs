namespace StrengthDays.Coaching.Contract;

/// <summary>Either a value or errors, never both and never neither.</summary>
public sealed record ReadResult<T>
    where T : class
{
    private ReadResult(T? value, FieldErrors errors) => (Value, Errors) = (value, errors);

    /// <summary>Null exactly when <see cref="Errors"/> holds any.</summary>
    public T? Value { get; }

    public FieldErrors Errors { get; }

    internal static ReadResult<T> Of(T? value, FieldErrors errors) =>
        new(errors.Any ? null : value ?? throw new ArgumentNullException(nameof(value)), errors);
}
