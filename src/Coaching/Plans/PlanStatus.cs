namespace StrengthDays.Coaching.Plans;

/// <summary>The contract's status of a plan.</summary>
public enum PlanStatus
{
    /// <summary>Signed up, not confirmed: gets nothing but the confirmation mail, and is erased after 7 days.</summary>
    Pending,

    Active,

    /// <summary>Never stored: an active plan on a day inside a pause.</summary>
    Paused,

    Unsubscribed,

    /// <summary>Nothing more will come, or the sign-up became a revision of another plan.</summary>
    Ended,
}
