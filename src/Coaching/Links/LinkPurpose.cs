using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Links;

/// <summary>What a link may do, and nothing else. The numbers are in mails for ever.</summary>
public enum LinkPurpose : byte
{
    /// <summary>Confirms a sign-up, for 7 days.</summary>
    Confirm = 1,

    /// <summary>Sees and changes the plan, as long as it lives.</summary>
    Manage = 2,

    /// <summary>Stops the mails; never expires.</summary>
    Unsubscribe = 3,

    /// <summary>Reads the calendar feed.</summary>
    Calendar = 4,
}

/// <summary>What a link says.</summary>
/// <param name="Generation">Valid only while the plan's generation of this purpose is the same.</param>
/// <param name="Expires">Whole seconds; null for a link that never expires.</param>
public readonly record struct LinkClaim(
    PlanId Plan, LinkPurpose Purpose, ushort Generation, DateTimeOffset? Expires = null);
