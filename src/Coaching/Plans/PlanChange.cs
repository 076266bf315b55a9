using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>What a use case decided to do to a plan.</summary>
/// <param name="Header">As it is to be; dates and due rows follow from it.</param>
/// <param name="Letter">A mail that tells the runner at once.</param>
/// <param name="Number">Makes the letter's key unique within the plan; the revision unless given.</param>
public sealed record PlanChange(PlanHeader Header, MailKind? Letter = null, int? Number = null)
{
    /// <summary>Mails that are settled by the change itself, e.g. sessions inside an open pause.</summary>
    public ImmutableArray<SentMail> Add { get; init; } = [];
}

/// <param name="Header">The plan as it is now; null when there is none.</param>
/// <param name="DueNow">Due rows to be tried at once.</param>
public sealed record Changed(PlanHeader? Header, ImmutableArray<DueKey> DueNow);
