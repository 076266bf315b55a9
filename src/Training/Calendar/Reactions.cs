using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What the runner's answers change in the sessions to come; one hard day never changes the phase.</summary>
internal sealed class Reactions(ImmutableArray<Feedback> feedback)
{
    /// <summary>Days at body weight after pain that no exercise was named for.</summary>
    public const int PainDays = 7;

    /// <summary>
    /// Steps that a weekday's session is ahead of, or behind, its week: one ahead for each "too easy" while training
    /// moved on, one behind for each "too hard".
    /// </summary>
    /// <param name="date">The session's date.</param>
    /// <param name="since">The cycle's first day: a new cycle starts level.</param>
    /// <param name="trains">Whether training moves on at a date.</param>
    public int ShiftOn(DateOnly date, DateOnly since, Func<DateOnly, bool> trains)
    {
        var shift = 0;
        foreach (var given in feedback)
        {
            if (given.Date >= date || given.Date < since || given.Date.DayOfWeek != date.DayOfWeek)
                continue;
            shift += given.Answer switch
            {
                Answer.TooEasy when trains(given.Date) => 1,
                Answer.TooHard => -1,
                _ => 0,
            };
        }

        return shift;
    }

    /// <summary>Most steps a session can be ahead.</summary>
    public int MostAhead => feedback.Count(f => f.Answer is Answer.TooEasy);

    /// <summary>Whether an exercise hurt before the date and stays out.</summary>
    public bool Stops(Exercise exercise, DateOnly date)
    {
        foreach (var given in feedback)
            if (given.Answer is Answer.Pain && given.Date < date && given.Exercise == exercise.Id)
                return true;
        return false;
    }

    /// <summary>Whether something hurt in the week before the date, and nobody said what.</summary>
    public bool IsSparing(DateOnly date)
    {
        foreach (var given in feedback)
            if (given is { Answer: Answer.Pain, Exercise: null } && given.Date < date
                && date <= given.Date.AddDays(PainDays))
                return true;
        return false;
    }

    /// <summary>Whether any exercise was ever stopped.</summary>
    public bool StopsAny => feedback.Any(f => f is { Answer: Answer.Pain, Exercise: not null });
}
