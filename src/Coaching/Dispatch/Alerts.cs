namespace StrengthDays.Coaching.Dispatch;

/// <summary>
/// Event ids of what an operator must see: exactly one per mail that ended badly, and one per trouble of all mails.
/// Rules for alerts match on them.
/// </summary>
public static class Alerts
{
    public const int Expired = 2001;

    public const int Failed = 2002;

    public const int Unknown = 2003;

    public const int Parked = 2004;

    /// <summary>A message that no function could handle.</summary>
    public const int Poison = 2006;

    /// <summary>No mail leaves at all; one alert until mails leave again.</summary>
    public const int TransportDown = 2005;
}
