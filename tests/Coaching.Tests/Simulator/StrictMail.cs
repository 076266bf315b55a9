using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// A mail service at least as strict as Azure's. It remembers a request for five minutes: within them the same again is
/// answered as before and other contents are refused; after them one of two services cannot tell any more, and the other
/// simply sends the mail a second time. The status of an operation is known for ever. Quotas hold by the minute and the
/// hour, and whoever was asked to wait must.
/// </summary>
internal sealed class StrictMail(Weather weather, ManualClock clock, Func<bool> isDown)
{
    private static readonly TimeSpan _remembers = TimeSpan.FromMinutes(5);

    // Longer than the product waits for an answer.
    private const int Patience = 15;

    private readonly Dictionary<Guid, Operation> _operations = [];
    private readonly List<(DateTimeOffset At, SimMail Mail)> _onTheirWay = [];
    private readonly Queue<DateTimeOffset> _lastHour = new();

    public int PerMinute { get; init; } = int.MaxValue;

    public int PerHour { get; init; } = int.MaxValue;

    /// <summary>What was handed over long ago is sent again, instead of being refused.</summary>
    public bool IsForgetful { get; init; }

    /// <summary>Every mail that will reach its runner, with when it was handed over; twice if it will reach him twice.</summary>
    public List<(SimMail Mail, DateTimeOffset At)> Accepted { get; } = [];

    public SimReports Reports { get; } = new(weather, clock);

    /// <summary>Requests turned down with a clear word.</summary>
    public int Refused { get; private set; }

    /// <summary>What no sender may do.</summary>
    public List<string> Offences { get; } = [];

    /// <summary>How often each operation was handed over and nobody heard what became of it.</summary>
    public Dictionary<Guid, int> Unanswered { get; } = [];

    /// <summary>Operations handed over so long after their first time that it could not tell about them.</summary>
    public HashSet<Guid> Untold { get; } = [];

    public Answer Submit(SimMail mail)
    {
        Arrive();
        var answer = Decide(mail);
        if (answer.IsSilence || answer.Takes.TotalSeconds >= Patience)
            Unanswered[mail.OperationId] = Unanswered.GetValueOrDefault(mail.OperationId) + 1;
        else if (answer.Status is not 202)
            Refused++;
        return answer;
    }

    /// <summary>200 when it has the operation, 404 when not.</summary>
    public Answer Find(Guid operation)
    {
        Arrive();
        if (isDown())
            return OutOfOrder();
        if (weather.Strikes(0.1))
            return new Answer(Pick(0, 500, 503, 401, 429));
        return new Answer(_operations.ContainsKey(operation) ? 200 : 404);
    }

    private Answer Decide(SimMail mail)
    {
        if (isDown())
            return OutOfOrder();
        if (!HasQuota())
        {
            if (weather.IsCalm)
                Offences.Add($"I7: more than the quota of {PerMinute} a minute and {PerHour} an hour");
            return Answer.Wait(429, TimeSpan.FromMinutes(1));
        }

        return weather.OnMail() switch
        {
            MailBlow.AcceptedAnswerLost => Accept(mail) with { Status = Pick(0, 0, 500, 502, 504, 409) },
            MailBlow.NeverArrived => new Answer(Pick(0, 0, 500, 502, 504)),
            MailBlow.ArrivesLate => Delay(mail),
            MailBlow.Throttled => Answer.Wait(429, Pause()),
            MailBlow.Denied => new Answer(Pick(401, 403, 404)),
            MailBlow.SlowAnswer => Accept(mail) with { Takes = Seconds(1, 2 * Patience) },
            _ => Accept(mail),
        };
    }

    // Most are short; some are longer than the other processes need to hear of them.
    private TimeSpan? Pause() => weather.Random.Next(4) switch
    {
        0 => null,
        1 => Seconds(300, 1200),
        _ => Seconds(1, 120),
    };

    private Answer OutOfOrder() => weather.Random.Next(3) switch
    {
        0 => Answer.Wait(503, TimeSpan.FromMinutes(1)),
        1 => new Answer(503),
        _ => new Answer(Answer.CannotConnect),
    };

    private Answer Delay(SimMail mail)
    {
        _onTheirWay.Add((clock.GetUtcNow() + Seconds(1, 60), mail));
        return new Answer(Pick(0, 504));
    }

    // What was on its way when its sender gave up waiting.
    private void Arrive()
    {
        foreach (var late in _onTheirWay.Where(m => m.At <= clock.GetUtcNow()).ToList())
        {
            _onTheirWay.Remove(late);
            Accept(late.Mail, late.At);
        }
    }

    private Answer Accept(SimMail mail) => Accept(mail, clock.GetUtcNow());

    private Answer Accept(SimMail mail, DateTimeOffset at)
    {
        if (!IsForgetful && at - mail.FirstSent > _remembers)
        {
            Untold.Add(mail.OperationId);
            return new Answer(412);
        }

        if (_operations.TryGetValue(mail.OperationId, out var known))
        {
            if (known.Body != mail.Body)
                Offences.Add($"I5: {mail.OperationId} was handed over again with other contents");
            if (at - known.At <= _remembers)
                return new Answer(known.Body == mail.Body ? 202 : 400);
            Offences.Add($"I1: {mail.OperationId} of {mail.LocalDate:O} was handed over again after {at - known.At}");
        }

        _operations[mail.OperationId] = new(mail.Body, at);
        Accepted.Add((mail, at));
        Reports.About(mail);
        return new Answer(202);
    }

    private bool HasQuota()
    {
        var now = clock.GetUtcNow();
        while (_lastHour.TryPeek(out var first) && first <= now.AddHours(-1))
            _lastHour.Dequeue();
        if (_lastHour.Count >= PerHour || _lastHour.Count(at => at > now.AddMinutes(-1)) >= PerMinute)
            return false;
        _lastHour.Enqueue(now);
        return true;
    }

    private TimeSpan Seconds(int from, int to) => TimeSpan.FromSeconds(weather.Random.Next(from, to));

    private int Pick(params int[] from) => from[weather.Random.Next(from.Length)];

    private readonly record struct Operation(string Body, DateTimeOffset At);
}

/// <param name="Status">Of HTTP; 0 when the connection breaks, <see cref="CannotConnect"/> when there is none.</param>
/// <param name="Pause">How long the service asks to be left alone.</param>
/// <param name="Takes">How long it comes after the request.</param>
internal readonly record struct Answer(int Status, TimeSpan? Pause = null, TimeSpan Takes = default)
{
    public const int CannotConnect = -1;

    /// <summary>It does not say whether the mail was taken.</summary>
    public bool IsSilence => Status is 0 or 409 or 500 or 502 or 504;

    public static Answer Wait(int status, TimeSpan? pause) => new(status, pause);
}
