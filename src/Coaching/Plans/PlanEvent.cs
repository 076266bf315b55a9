using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Something that happened to a plan after sign-up. Stored in order; what is said again about the same session takes
/// the place of what was said before. New kinds are added here.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PauseTaken), "paused")]
[JsonDerivedType(typeof(PauseEnded), "resumed")]
[JsonDerivedType(typeof(HorizonMoved), "extended")]
[JsonDerivedType(typeof(FeedbackGiven), "feedback")]
[JsonDerivedType(typeof(SessionSkipped), "skipped")]
[JsonDerivedType(typeof(SessionMoved), "moved")]
public abstract record PlanEvent(DateTimeOffset At);

/// <param name="From">First day without strength, included.</param>
/// <param name="To">Last day without strength, included; null until the runner resumes.</param>
public sealed record PauseTaken(DateTimeOffset At, DateOnly From, DateOnly? To) : PlanEvent(At);

/// <param name="On">First day with strength again: running pauses end the day before, later ones are called
/// off.</param>
public sealed record PauseEnded(DateTimeOffset At, DateOnly On) : PlanEvent(At);

/// <summary>The plan went on by 12 weeks and an easy week.</summary>
public sealed record HorizonMoved(DateTimeOffset At) : PlanEvent(At);

/// <param name="Date">The date the session was held on.</param>
/// <param name="Exercise">Id of what hurt; null when not said, and with every answer but pain.</param>
public sealed record FeedbackGiven(DateTimeOffset At, DateOnly Date, Answer Answer, string? Exercise = null)
    : PlanEvent(At);

/// <param name="Date">The date the session was to be held on.</param>
/// <param name="Own">The date the plan gave it: another one when it was moved before.</param>
public sealed record SessionSkipped(DateTimeOffset At, DateOnly Date, DateOnly Own) : PlanEvent(At);

/// <param name="Own">The date the plan gave the session.</param>
/// <param name="From">The date it was to be held on until now.</param>
/// <param name="To">The date it is held on instead.</param>
public sealed record SessionMoved(DateTimeOffset At, DateOnly Own, DateOnly From, DateOnly To) : PlanEvent(At);

/// <summary>What the events add up to.</summary>
public static class PlanEvents
{
    /// <summary>The history the planner reads.</summary>
    public static History ToHistory(this ImmutableArray<PlanEvent> events) => new()
    {
        Pauses = [.. Fold(events).Select(p => p.Pause)],
        Extensions = events.OfType<HorizonMoved>().Count(),
        Feedback = [.. events.OfType<FeedbackGiven>().Select(f => Feedback(f, events))],
        Skips = [.. events.OfType<SessionSkipped>().Select(s => s.Own)],
        Moves = [.. events.OfType<SessionMoved>().Select(m => new SessionMove(m.Own, m.To))],
    };

    /// <summary>First days after pauses that ran to their date: nobody said "resume", so a mail does.</summary>
    public static IEnumerable<DateOnly> DaysBack(this ImmutableArray<PlanEvent> events) =>
        from pause in Fold(events)
        where !pause.CutShort && pause.Pause.To is not null
        select pause.Pause.To!.Value.AddDays(1);

    // Effort is about the session, which goes on on its own weekday; pain is about the day it was felt.
    private static Feedback Feedback(FeedbackGiven given, ImmutableArray<PlanEvent> events) => new(
        given.Answer is Answer.Pain
            ? given.Date
            : events.OfType<SessionMoved>().LastOrDefault(m => m.To == given.Date)?.Own ?? given.Date,
        given.Answer,
        given.Exercise);

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
