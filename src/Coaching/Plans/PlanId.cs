using System.Diagnostics.CodeAnalysis;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Names a plan, at random: it is a partition of the store and part of every link, and says nothing about the runner.
/// </summary>
public readonly record struct PlanId(Guid Value)
{
    /// <summary>Due rows of one minute are spread over this many partitions.</summary>
    public const int Shards = 16;

    /// <summary>0 to 15, the same for ever: the last byte of a random id is as good as a hash of it.</summary>
    public int Shard => Value.ToByteArray()[15] % Shards;

    public static PlanId New() => new(Guid.NewGuid());

    public static bool TryParse([NotNullWhen(true)] string? text, out PlanId id)
    {
        var parsed = Guid.TryParseExact(text, "N", out var value);
        id = new PlanId(value);
        return parsed;
    }

    /// <exception cref="FormatException">Not 32 hexadecimal digits.</exception>
    public static PlanId Parse(string text) => new(Guid.ParseExact(text, "N"));

    public override string ToString() => Value.ToString("N");
}
