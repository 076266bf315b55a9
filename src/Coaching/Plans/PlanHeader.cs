using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Plans;

/// <summary>The one row that says what a plan is; the mails already sent stand beside it.</summary>
public sealed record PlanHeader
{
    public required PlanId Id { get; init; }

    public required PlanStatus Status { get; init; }

    public required PlanInputs Inputs { get; init; }

    public required Consent Consent { get; init; }

    /// <summary>Rises with every change the runner can see.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Last local date that is settled; no mail is planned on or before it.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The plan's one scheduled row in the due index; null when nothing is to come.</summary>
    public NextDue? Next { get; init; }

    /// <summary>Why the last mail did not come, for the next one to say.</summary>
    public string? Missed { get; init; }

    /// <summary>Immediate mails of the last day: what a lost due row is rebuilt from.</summary>
    public ImmutableArray<QueuedLetter> Letters { get; init; } = [];

    /// <summary>The sign-up confirmed last; its own id for a plan's first.</summary>
    public PlanId? SignUp { get; init; }

    /// <summary>The plan that this sign-up became a revision of.</summary>
    public PlanId? Successor { get; init; }

    /// <summary>For a person who looks at the table: races, phases with dates, strength weekdays.</summary>
    public string Outline { get; init; } = "";

    /// <summary>Nobody ended its mails: one that was on its way may still leave.</summary>
    public bool TakesMail => Status is PlanStatus.Pending or PlanStatus.Active or PlanStatus.Ended;

    /// <summary>Null for a header that was never stored.</summary>
    public string? ETag { get; init; }
}

/// <param name="Date">The runner's date.</param>
/// <param name="At">When it is due.</param>
public readonly record struct NextDue(DateOnly Date, DateTimeOffset At);

/// <param name="Text">The words the runner agreed to.</param>
/// <param name="At">When.</param>
public sealed record Consent(string Text, DateTimeOffset At)
{
    /// <summary>Shown beside the box on the form; a new wording is a new constant, stored plans keep theirs.</summary>
    public const string Wording =
        "Send me a strength plan by e-mail and keep my answers, including what hurts, to make it. "
        + "I can stop or erase all at any time.";
}

/// <summary>A mail that was caused rather than scheduled.</summary>
/// <param name="Kind">Confirm, welcome, paused or resumed.</param>
/// <param name="Number">Makes its key unique within the plan.</param>
/// <param name="At">When it was caused, which is also its bucket.</param>
public readonly record struct QueuedLetter(MailKind Kind, int Number, DateTimeOffset At);
