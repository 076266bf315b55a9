namespace StrengthDays.Coaching.Mail;

/// <summary>What holds for every transport that hands mails over.</summary>
internal static class TransportLimits
{
    /// <summary>A group is over before the leases of its rows are, so no mail of it sets out later than this.</summary>
    public static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);

    /// <summary>What a transport asks for is kept, but no word of its can stop mails for a day.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
}
