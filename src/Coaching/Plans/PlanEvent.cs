using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Something that happened to a plan after sign-up. Stored in order and never changed; new kinds are added here.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PauseTaken), "paused")]
[JsonDerivedType(typeof(PauseEnded), "resumed")]
[JsonDerivedType(typeof(HorizonMoved), "extended")]
public abstract record PlanEvent(DateTimeOffset At);

/// <param name="From">First day without strength, included.</param>
/// <param name="To">Last day without strength, included; null until the runner resumes.</param>
public sealed record PauseTaken(DateTimeOffset At, DateOnly From, DateOnly? To) : PlanEvent(At);

/// <param name="On">First day with strength again: running pauses end the day before, later ones are called
/// off.</param>
public sealed record PauseEnded(DateTimeOffset At, DateOnly On) : PlanEvent(At);

/// <summary>The plan went on by 12 weeks and an easy week.</summary>
public sealed record HorizonMoved(DateTimeOffset At) : PlanEvent(At);

/// <summary>What the events add up to.</summary>
public static class PlanEvents
{
    /// <summary>The history the planner reads.</summary>
    public static History ToHistory(this ImmutableArray<PlanEvent> events) => new()
    {
        Pauses = [.. Fold(events).Select(p => p.Pause)],
        Extensions = events.OfType<HorizonMoved>().Count(),
    };

    /// <summary>First days after pauses that ran to their date: nobody said "resume", so a mail does.</summary>
    public static IEnumerable<DateOnly> DaysBack(this ImmutableArray<PlanEvent> events) =>
        from pause in Fold(events)
        where !pause.CutShort && pause.Pause.To is not null
        select pause.Pause.To!.Value.AddDays(1);

    private static List<(Pause Pause, bool CutShort)> Fold(ImmutableArray<PlanEvent> events)
    {
        var pauses = new List<(Pause Pause, bool CutShort)>();
        foreach (var happened in events)
        {
            if (happened is PauseTaken taken)
                pauses.Add((new Pause(taken.From, taken.To), false));
            else if (happened is PauseEnded ended)
                pauses = [.. pauses.Select(p => Cut(p, ended.On)).Where(p => p.Pause.From <= p.Pause.To)];
        }

        return pauses;
    }

    private static (Pause Pause, bool CutShort) Cut((Pause Pause, bool CutShort) open, DateOnly on) =>
        open.Pause.To is { } to && to < on ? open : (open.Pause with { To = on.AddDays(-1) }, true);
}
