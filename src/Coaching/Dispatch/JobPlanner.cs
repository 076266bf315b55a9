using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Decides what to do with a due row from the row alone; no store is asked.</summary>
public sealed partial class JobPlanner(
    OutgoingMails mails, RunnerLinks links, ExerciseCatalogue catalogue, TimeProvider clock, ILogger<JobPlanner> logger)
{
    /// <summary>Submissions without a clear answer before a row is parked.</summary>
    public const int MostAttempts = 5;

    public const string GaveUp = "gave up after 5 attempts";

    internal async Task<Job> PlanAsync(DueRow row)
    {
        if (row.Defect is not null || row.State is DueState.Hold || !row.IsOfItsPlan)
            return new RebuildJob(row);
        try
        {
            return await DecideAsync(row, new MailCalendar(StoredJson.Read<PlanInputs>(row.Inputs), catalogue));
        }
        catch (UnreadableRowException)
        {
            return new RebuildJob(row);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotPrepared(logger, row.Mail, failure);
            return new DeferJob(row, $"could not be prepared: {failure.GetType().Name}");
        }
    }

    private async Task<Job> DecideAsync(DueRow row, MailCalendar calendar)
    {
        if (row.IsExpiry || row.IsErasure)
            return new ForgetJob(row, calendar.Inputs.Enrolment.Email);
        if (row.Letter is { } letter)
            return await LetterAsync(row, letter.Kind, calendar);
        if (calendar.Inputs.Engine != PlanInputs.CurrentEngine || calendar.IsToExtend(row.Date)
            || IsTooEarly(row, calendar))
            return new ReviseJob(row);
        return calendar.On(row.Date) is { } occasion
            ? await ScheduledAsync(row, occasion, calendar)
            : new CloseJob(row, calendar.After(row.Date), null);
    }

    private async Task<Job> ScheduledAsync(DueRow row, Occasion occasion, MailCalendar calendar)
    {
        var now = clock.GetUtcNow();
        if (occasion.Skip is not null || IsTooLate(row, now))
            return new CloseJob(row, calendar.After(row.Date), occasion.Unsent(row.Mail.Plan, now));
        var letter = LetterWriter.Scheduled(
            occasion, calendar, catalogue, (links.For(row.Mail.Plan, calendar.Inputs.Links), row.Missed));
        var session = letter is SessionLetter { Session: var held } ? StoredJson.Write(StoredSession.Of(held)) : null;
        return await SendAsync(row, letter, calendar, session);
    }

    private async Task<Job> LetterAsync(DueRow row, MailKind kind, MailCalendar calendar)
    {
        var now = clock.GetUtcNow();
        if (IsTooLate(row, now))
            return new CloseJob(
                row, null, new(row.Mail, row.Date, kind, SentStatus.Expired, MissedReasons.TooLate, now));
        DateTimeOffset? signedUp = kind is MailKind.Confirm ? row.At : null;
        var addresses = links.For(row.Mail.Plan, calendar.Inputs.Links, signedUp);
        return await SendAsync(row, LetterWriter.Immediate(kind, row.Date, calendar, addresses), calendar, null);
    }

    private async Task<Job> SendAsync(DueRow row, Letter letter, MailCalendar calendar, string? session)
    {
        var sent = new SentMail(row.Mail, row.Date, letter.Kind, SentStatus.Accepted, null, clock.GetUtcNow(), session);
        var following = row.Letter is null ? calendar.After(row.Date) : null;
        if (row.Attempt >= MostAttempts && row.State is DueState.Due)
            return new CloseJob(row, following, sent with { Status = SentStatus.Failed, Reason = GaveUp }, Park: true);
        var mail = await mails.WriteAsync(row.Mail, calendar.Inputs.Enrolment.Email, letter);
        return new SendJob(row with { PayloadHash = OutgoingMails.HashOf(mail) }, following, mail, sent);
    }

    // The zone's rules have changed since the row was written. What may have left already is asked for instead.
    private bool IsTooEarly(DueRow row, MailCalendar calendar) =>
        row.State is not DueState.Submitting && calendar.DueAt(row.Date) > clock.GetUtcNow();

    // What may have left already is never called late: the transport is asked first.
    private static bool IsTooLate(DueRow row, DateTimeOffset now) =>
        row.Deadline <= now && row.State is not DueState.Submitting;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Mail {Key} could not be prepared")]
        public static partial void NotPrepared(ILogger logger, MailKey key, Exception failure);
    }
}
