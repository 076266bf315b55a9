using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// What has happened to a plan since the form was filled in. The season is laid out from the answers and this alone:
/// the past is never recomputed by whoever keeps it, the future always can be.
/// </summary>
public sealed record History
{
    public static readonly History Empty = new();

    /// <summary>Pauses in any order; they may overlap.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>How often the horizon was moved on by 12 weeks and an easy week.</summary>
    public int Extensions { get; init; }

    /// <summary>How sessions went, in any order.</summary>
    public ImmutableArray<Feedback> Feedback { get; init; } = [];

    /// <summary>
    /// Dates that the plan gave the skipped sessions, moved or not; none is made up for (section 3.1, Safety).
    /// </summary>
    public ImmutableArray<DateOnly> Skips { get; init; } = [];

    /// <summary>Sessions moved to another date; the last move of a session counts.</summary>
    public ImmutableArray<SessionMove> Moves { get; init; } = [];
}

/// <param name="From">First day without strength, included.</param>
/// <param name="To">Last day without strength, included; null until the runner resumes.</param>
public sealed record Pause(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly date) => From <= date && (To is null || date <= To);
}

/// <param name="Date">The session's date.</param>
/// <param name="Answer">How it went.</param>
/// <param name="Exercise">The id of the exercise that hurt, with <see cref="Training.Answer.Pain"/>; null when not
/// said.</param>
public sealed record Feedback(DateOnly Date, Answer Answer, string? Exercise = null);

/// <summary>How a session went.</summary>
public enum Answer
{
    /// <summary>The plan goes on.</summary>
    Done,

    /// <summary>That weekday's session takes one step more from its next time on.</summary>
    TooEasy,

    /// <summary>That weekday's session is repeated as it was; the phase and its sets never change for it.</summary>
    TooHard,

    /// <summary>
    /// The exercise named is stopped and another of its movement comes; without a name, a week at body weight.
    /// </summary>
    Pain,
}

/// <param name="From">The date the plan gave the session.</param>
/// <param name="To">The date it is done on.</param>
public sealed record SessionMove(DateOnly From, DateOnly To);
