using System.Collections.Immutable;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// A mail service at least as strict as Azure's: an operation id is remembered as a repetition for five minutes only,
/// and after that the same mail is simply sent again; its status is known for ever. A repetition with other contents is
/// refused. Quotas hold by the minute and the hour.
/// </summary>
internal sealed class StrictMail(Weather weather, ManualClock clock, Func<bool> isDown)
{
    private static readonly TimeSpan _remembers = TimeSpan.FromMinutes(5);

    private readonly Dictionary<Guid, Operation> _operations = [];
    private readonly List<(DateTimeOffset At, MailMessage Mail)> _onTheirWay = [];
    private readonly Queue<DateTimeOffset> _lastHour = new();

    public int PerMinute { get; init; } = int.MaxValue;

    public int PerHour { get; init; } = int.MaxValue;

    /// <summary>Every mail that will reach its runner, with when it was handed over; twice if it will reach him twice.</summary>
    public List<(MailMessage Mail, DateTimeOffset At)> Accepted { get; } = [];

    /// <summary>What no sender may do.</summary>
    public List<string> Offences { get; } = [];

    /// <summary>How often each operation was handed over and nobody heard what became of it.</summary>
    public Dictionary<Guid, int> Unanswered { get; } = [];

    public bool Has(Guid operation)
    {
        Arrive();
        return _operations.ContainsKey(operation);
    }

    public SubmitResult Submit(MailMessage mail)
    {
        Arrive();
        if (isDown())
            return new(SubmitOutcome.Down, "down", TimeSpan.FromMinutes(1));
        if (!HasQuota())
        {
            if (weather.IsCalm)
                Offences.Add($"I7: more than the quota of {PerMinute} a minute and {PerHour} an hour");
            return new(SubmitOutcome.Busy, "429", TimeSpan.FromMinutes(1));
        }

        var blow = weather.OnMail();
        if (blow is MailBlow.Throttled)
            return new(SubmitOutcome.Busy, "429", TimeSpan.FromSeconds(weather.Random.Next(1, 120)));
        if (blow is MailBlow.NeverArrived or MailBlow.ArrivesLate)
            return Lose(mail, blow);
        var answer = Accept(mail, clock.GetUtcNow());
        if (blow is MailBlow.SlowAnswer)
            clock.Advance(TimeSpan.FromSeconds(weather.Random.Next(1, 140)));
        if (blow is MailBlow.AcceptedAnswerLost)
            return NoAnswer(mail);
        return answer;
    }

    public SubmissionState Find(Guid operation)
    {
        Arrive();
        if (isDown() || weather.Strikes(0.1))
            return SubmissionState.NoAnswer;
        return _operations.ContainsKey(operation) ? SubmissionState.Known : SubmissionState.NotKnown;
    }

    private SubmitResult Lose(MailMessage mail, MailBlow blow)
    {
        if (blow is MailBlow.ArrivesLate)
            _onTheirWay.Add((clock.GetUtcNow().AddSeconds(weather.Random.Next(1, 60)), mail));
        return NoAnswer(mail);
    }

    private SubmitResult NoAnswer(MailMessage mail)
    {
        Unanswered[mail.OperationId] = Unanswered.GetValueOrDefault(mail.OperationId) + 1;
        return new(SubmitOutcome.Unknown, "timeout");
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

    private SubmitResult Accept(MailMessage mail, DateTimeOffset at)
    {
        var hash = OutgoingMails.HashOf(mail);
        if (_operations.TryGetValue(mail.OperationId, out var known))
        {
            if (known.Hash != hash)
                Offences.Add($"I5: {mail.OperationId} was handed over again with other contents");
            if (at - known.At <= _remembers)
                return SubmitResult.Accepted;
            Offences.Add($"I1: {mail.OperationId} of {mail.LocalDate:O} was handed over again after {at - known.At}");
        }

        _operations[mail.OperationId] = new(hash, at);
        Accepted.Add((mail, at));
        return SubmitResult.Accepted;
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

    private readonly record struct Operation(string Hash, DateTimeOffset At);
}

/// <summary>A process's way to the mail service.</summary>
internal sealed class SimTransport(StrictMail service, SimProcess process, Record record)
    : IMailTransport
{
    public string Name => "simulated";

    public async Task<ImmutableArray<SubmitResult>> SubmitAsync(
        ImmutableArray<MailMessage> mails, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<SubmitResult>(mails.Length);
        foreach (var mail in mails)
        {
            results.Add(await process.MailAsync(() =>
            {
                record.HandedOver.Add((process.Clock.GetUtcNow(), mail));
                var answer = service.Submit(mail);
                record.Tell($"{mail.To[..32]} {mail.Kind} for {mail.LocalDate:O} {mail.OperationId}: {answer.Outcome} {answer.Reason}");
                return answer;
            }));
        }

        return results.ToImmutable();
    }

    public Task<SubmissionState> FindAsync(Guid operationId, CancellationToken cancellationToken) =>
        process.MailAsync(() =>
        {
            var state = service.Find(operationId);
            record.Tell($"asked for {operationId}: {state}");
            return state;
        });
}
