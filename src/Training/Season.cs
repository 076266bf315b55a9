using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// The outline of a plan, cheap to build: phases, weekdays and which dates carry a session. Sessions are made when asked for,
/// so that one mail and the next date cost no whole plan.
/// </summary>
public sealed class Season
{
    private Season()
    {
    }

    /// <summary>Races that count, by date.</summary>
    public ImmutableArray<Race> Races { get; private init; } = [];

    public ImmutableArray<WeekdayPlacement> Placement { get; private init; } = [];

    /// <summary>Contiguous, from the plan's first day to its horizon.</summary>
    public ImmutableArray<PhaseRange> Phases { get; private init; } = [];

    public ImmutableArray<string> Notices { get; private init; } = [];

    /// <summary>Lays out the season. Total: valid answers that cannot be planned give fewer or no sessions and a notice.</summary>
    public static Season Of(Questionnaire questionnaire, ExerciseCatalogue catalogue, History history) =>
        throw new NotSupportedException();

    /// <summary>The phase of a date, or null outside the season.</summary>
    public PhaseRange? PhaseOn(DateOnly date) => throw new NotSupportedException();

    /// <summary>The session of a date, or null when it holds none.</summary>
    public Session? SessionOn(DateOnly date) => throw new NotSupportedException();

    /// <summary>The first date with a session later than <paramref name="date"/>, or null when the season holds none.</summary>
    public DateOnly? NextStrengthDayAfter(DateOnly date) => throw new NotSupportedException();

    /// <summary>The first A race on or after a date.</summary>
    public Race? NextRaceFrom(DateOnly date) => throw new NotSupportedException();

    /// <summary>Everything at once, as the contract shows it.</summary>
    public Plan ToPlan() => throw new NotSupportedException();
}
