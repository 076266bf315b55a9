using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>The end of one piece of work: one transaction in the plan's partition.</summary>
/// <param name="Sent">Inserted; null when the date turned out to hold nothing.</param>
/// <param name="Advance">Moves the header on; null leaves it as it is, but it must exist.</param>
public sealed record Settlement(PlanId Plan, SentMail? Sent, Advance? Advance);

/// <param name="HeaderETag">The header must not have changed since.</param>
/// <param name="Through">Last date that is now settled.</param>
/// <param name="Next">Null when nothing is to come.</param>
/// <param name="Ended">Nothing will ever come.</param>
/// <param name="Missed">For the next mail to say.</param>
public sealed record Advance(string HeaderETag, DateOnly Through, NextDue? Next, bool Ended, string? Missed);

/// <param name="HeaderETag">The header's new ETag, when it was moved on.</param>
/// <param name="Failure">With <see cref="SettleOutcome.NoAnswer"/>.</param>
public readonly record struct Settled(
    SettleOutcome Outcome, string? HeaderETag = null, Exception? Failure = null);

public enum SettleOutcome
{
    Done,

    /// <summary>The mail's row was there: somebody was faster.</summary>
    AlreadySettled,

    /// <summary>The header has another ETag.</summary>
    Changed,

    /// <summary>There is no such plan any more.</summary>
    Erased,

    /// <summary>It failed, or nobody knows; the other settlements do not suffer from it.</summary>
    NoAnswer,
}
