namespace StrengthDays.Coaching.Emails;

/// <summary>The contract's words for the kinds of mail.</summary>
public static class MailKindNames
{
    /// <summary>Kebab-case, e.g. <c>race-week</c>.</summary>
    public static string Of(MailKind kind) => kind switch
    {
        MailKind.Confirm => "confirm",
        MailKind.Welcome => "welcome",
        MailKind.Session => "session",
        MailKind.RaceWeek => "race-week",
        MailKind.Restart => "restart",
        MailKind.Phase => "phase",
        MailKind.LookAhead => "look-ahead",
        MailKind.Primer => "primer",
        MailKind.Paused => "paused",
        MailKind.Resumed => "resumed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
