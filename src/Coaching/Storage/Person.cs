using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>What is known about an address, under its keyed hash; the address itself is not here.</summary>
/// <param name="Hash">See <see cref="PeopleHash"/>.</param>
/// <param name="ETag">Null for a person who was never stored.</param>
public sealed record Person(string Hash, string? ETag = null)
{
    /// <summary>The one confirmed plan of the address.</summary>
    public PlanId? Plan { get; init; }

    /// <summary>The sign-up that waits for its confirmation.</summary>
    public PlanId? Pending { get; init; }

    /// <summary>Confirmation mails since the last confirmation.</summary>
    public int Confirmations { get; init; }

    public DateTimeOffset? LastConfirmation { get; init; }

    /// <summary>Why nothing may be sent to the address, e.g. "it was marked as spam"; survives erasure.</summary>
    public string? Suppressed { get; init; }
}
