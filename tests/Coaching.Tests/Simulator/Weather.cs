namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>How often what goes wrong, drawn from the run's own seed; everything can be switched off at once.</summary>
internal sealed class Weather
{
    private readonly Random _random;
    private readonly double _wild;

    public Weather(int seed)
    {
        _random = new Random(seed);
        // A third of all runs is calm, a third mild, a third wild.
        _wild = (seed % 3) switch { 0 => 0, 1 => 0.4, _ => 1 };
    }

    public bool IsOn { get; set; } = true;

    /// <summary>Nothing goes wrong at all.</summary>
    public bool IsCalm => _wild == 0;

    public Random Random => _random;

    /// <summary>True so often, in wild weather.</summary>
    public bool Strikes(double share) => _random.NextDouble() < share * _wild && IsOn;

    /// <summary>What becomes of one call to the store.</summary>
    public Blow OnStore() => Strikes(0.05)
        ? _random.Next(10) switch
        {
            < 3 => Blow.Refused,
            < 5 => Blow.AnswerLost,
            < 7 => Blow.Slow,
            7 => Blow.DiesBefore,
            8 => Blow.DiesAfter,
            _ => Blow.Conflict,
        }
        : Blow.None;

    /// <summary>What becomes of one mail handed over.</summary>
    public MailBlow OnMail() => Strikes(0.12)
        ? _random.Next(7) switch
        {
            0 => MailBlow.Denied,
            1 => MailBlow.NeverArrived,
            2 => MailBlow.ArrivesLate,
            3 => MailBlow.Throttled,
            4 => MailBlow.SlowAnswer,
            _ => MailBlow.AcceptedAnswerLost,
        }
        : MailBlow.None;
}

internal enum Blow
{
    None,
    Refused,
    AnswerLost,
    Slow,
    DiesBefore,
    DiesAfter,

    /// <summary>A condition that does not hold: somebody else is said to have been faster.</summary>
    Conflict,
}

internal enum MailBlow
{
    None,
    AcceptedAnswerLost,
    NeverArrived,
    ArrivesLate,
    Throttled,
    SlowAnswer,

    /// <summary>As if key, clock or sender were wrong.</summary>
    Denied,
}
