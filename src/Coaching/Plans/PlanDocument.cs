using System.Collections.Immutable;
using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Plans;

/// <summary>A plan as its runner sees it: the past from the ledger, the future from the planner.</summary>
public sealed class PlanDocument(IPlanStore plans, ExerciseCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The contract's answer for one plan.</summary>
    public async Task<byte[]> WriteAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(header.Id, cancellationToken);
        return ContractJson.Bytes(json => Write(json, header, sent));
    }

    /// <summary>The plan with the sessions that were really sent.</summary>
    public Plan PlanOf(PlanHeader header, ImmutableArray<SentMail> sent)
    {
        var plan = Season.Of(header.Inputs.Enrolment.Training, catalogue, header.Inputs.Events.ToHistory()).ToPlan();
        return header.Through is { } through
            ? plan with { Sessions = [.. Past(plan, sent, through), .. Future(plan, through)] }
            : plan;
    }

    /// <summary>As stored, except that an active plan is paused on the days of a pause.</summary>
    public PlanStatus StatusOf(PlanHeader header)
    {
        var today = Zones.DateAt(clock.GetUtcNow(), header.Inputs.Enrolment.TimeZone);
        return header.Status is PlanStatus.Active && header.Inputs.Events.ToHistory().Pauses.Any(p => p.Contains(today))
            ? PlanStatus.Paused
            : header.Status;
    }

    internal void Write(Utf8JsonWriter json, PlanHeader header, ImmutableArray<SentMail> sent)
    {
        json.WriteStartObject();
        json.WriteName("status"u8, StatusOf(header));
        json.WritePropertyName("questionnaire"u8);
        QuestionnaireWriter.Write(json, header.Inputs.Enrolment);
        json.WritePropertyName("plan"u8);
        PlanWriter.Write(json, PlanOf(header, sent), header.Revision);
        json.WriteArray("pauses"u8, header.Inputs.Events.ToHistory().Pauses, WritePause);
        json.WriteArray("deliveries"u8, [.. sent.OrderBy(m => m.At)], WriteDelivery);
        json.WriteEndObject();
    }

    internal static void WriteDelivery(Utf8JsonWriter json, SentMail mail)
    {
        json.WriteStartObject();
        json.WriteString("key"u8, mail.Key.ToString());
        json.WriteDate("date"u8, mail.Date);
        json.WriteName("kind"u8, mail.Kind);
        json.WriteName("status"u8, mail.Status);
        json.WriteString("reason"u8, mail.Reason);
        json.WriteString("at"u8, mail.At.UtcDateTime);
        json.WriteEndObject();
    }

    // A session that did not go out is shown as planned; one that nobody ever planned for its day is not.
    private IEnumerable<Session> Past(Plan plan, ImmutableArray<SentMail> sent, DateOnly through) =>
        from mail in sent
        where mail.Kind is MailKind.Session && mail.Date <= through
        orderby mail.Date
        let session = mail.Session is { } stored
            ? StoredJson.Read<StoredSession>(stored).On(mail.Date, catalogue)
            : plan.Sessions.FirstOrDefault(s => s.Date == mail.Date)
        where session is not null
        select session;

    private static IEnumerable<Session> Future(Plan plan, DateOnly through) =>
        plan.Sessions.Where(s => s.Date > through);

    private static void WritePause(Utf8JsonWriter json, Pause pause)
    {
        json.WriteStartObject();
        json.WriteDate("from"u8, pause.From);
        if (pause.To is { } to)
            json.WriteDate("to"u8, to);
        else
            json.WriteNull("to"u8);
        json.WriteEndObject();
    }
}
