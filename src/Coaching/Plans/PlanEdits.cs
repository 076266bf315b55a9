using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// What a runner may do to a confirmed plan. Values in, values out: the plan as it is, the plan as it is to be.
/// </summary>
public sealed class PlanEdits(ExerciseCatalogue catalogue, TimeProvider clock)
{
    // One transaction takes 100 rows.
    private const int MostSkipped = 90;

    /// <param name="patch">Merge patch on the questionnaire, as UTF-8.</param>
    public Edit Patch(PlanHeader plan, ReadOnlyMemory<byte> patch)
    {
        var read = QuestionnairePatch.Read(plan.Inputs.Enrolment, patch, clock.GetUtcNow());
        if (read.Value is not { } enrolment)
            return Edit.Refused(Problem.BadInput(read.Errors));
        var inputs = plan.Inputs with { Enrolment = enrolment };
        // Records with arrays are never equal; what would be stored is.
        return StoredJson.Write(inputs) == StoredJson.Write(plan.Inputs) ? Edit.None : Edit.To(Revised(plan, inputs));
    }

    public Edit Pause(PlanHeader plan, ReadOnlyMemory<byte> body)
    {
        var today = Zones.DateAt(clock.GetUtcNow(), plan.Inputs.Enrolment.TimeZone);
        var read = PauseRequest.Read(body, today);
        if (read.Value is not { } pause)
            return Edit.Refused(Problem.BadInput(read.Errors));
        if (plan.Inputs.Events.ToHistory().Pauses.Contains(new Pause(pause.From, pause.To)))
            return Edit.None;
        return Edit.To(
            Revised(plan, With(plan, new PauseTaken(clock.GetUtcNow(), pause.From, pause.To))), MailKind.Paused);
    }

    /// <summary>A running pause ends yesterday, one still to come is called off.</summary>
    public Edit Resume(PlanHeader plan)
    {
        var now = clock.GetUtcNow();
        var today = Zones.DateAt(now, plan.Inputs.Enrolment.TimeZone);
        if (plan.Inputs.Events.ToHistory().Pauses.All(p => p.To < today))
            return Edit.None;
        return Edit.To(Revised(plan, With(plan, new PauseEnded(now, today))), MailKind.Resumed, Skipped(plan, today));
    }

    /// <summary>Takes back today's resume: the pauses it ended run as they were taken.</summary>
    public Edit PauseAgain(PlanHeader plan)
    {
        var now = clock.GetUtcNow();
        var events = plan.Inputs.Events;
        if (events.LastOrDefault(e => e is PauseTaken or PauseEnded) is not PauseEnded ended)
            return Edit.None;
        if (ended.On != Zones.DateAt(now, plan.Inputs.Enrolment.TimeZone))
            return Edit.Refused(Problem.Conflict(
                $"You came back on {Words.Date(ended.On)}, and the plan went on. Take a new pause instead."));
        return Edit.To(Revised(plan, plan.Inputs with { Events = events.Remove(ended) }), MailKind.Paused);
    }

    /// <summary>A new link to the calendar; whoever has the old one sees nothing any more.</summary>
    public static Edit RenewCalendar(PlanHeader plan)
    {
        var links = plan.Inputs.Links;
        return Edit.To(Revised(
            plan, plan.Inputs with { Links = links with { Calendar = (ushort)(links.Calendar + 1) } }));
    }

    /// <summary>Takes back a new link to the calendar: the one before it works again, the new one no more.</summary>
    /// <param name="plan">As it is.</param>
    /// <param name="was">Generation of the link before; only the last one can come back.</param>
    public static Edit RestoreCalendar(PlanHeader plan, string was)
    {
        var links = plan.Inputs.Links;
        if (!ushort.TryParse(was, NumberStyles.None, CultureInfo.InvariantCulture, out var old)
            || links.Calendar - old is not (0 or 1))
            return Edit.Refused(Problem.Outdated());
        return links.Calendar == old
            ? Edit.None
            : Edit.To(Revised(plan, plan.Inputs with { Links = links with { Calendar = old } }));
    }

    private static PlanInputs With(PlanHeader plan, PlanEvent happened) =>
        plan.Inputs with { Events = plan.Inputs.Events.Add(happened) };

    internal static PlanHeader Revised(PlanHeader plan, PlanInputs inputs) =>
        plan with { Inputs = inputs, Revision = plan.Revision + 1 };

    /// <summary>An open pause leaves nothing due, so what it swallowed is written down when it ends.</summary>
    private ImmutableArray<SentMail> Skipped(PlanHeader plan, DateOnly today)
    {
        var calendar = new MailCalendar(plan.Inputs, catalogue);
        if (calendar.History.Pauses.Where(p => p.To is null).Select(p => (DateOnly?)p.From).Min() is not { } from)
            return [];
        var first = plan.Through >= from ? plan.Through.Value.AddDays(1) : from;
        var days = Enumerable.Range(0, Math.Max(0, today.DayNumber - first.DayNumber)).Select(first.AddDays);
        return
        [
            .. days.Select(calendar.On).OfType<Occasion>().Where(o => o.Skip is not null).TakeLast(MostSkipped)
                .Select(o => o.Unsent(plan.Id, clock.GetUtcNow())),
        ];
    }
}

/// <summary>What an edit comes to: a change, no change, or a refusal.</summary>
public readonly record struct Edit(PlanChange? Change, Problem? Problem)
{
    public static readonly Edit None = default;

    public static Edit Refused(Problem problem) => new(null, problem);

    public static Edit To(PlanHeader header, MailKind? letter = null, ImmutableArray<SentMail> add = default) =>
        new(new PlanChange(header, letter) { Add = add.IsDefault ? [] : add }, null);
}
