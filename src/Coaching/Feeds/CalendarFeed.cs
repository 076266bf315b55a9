using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Feeds;

/// <summary>
/// A plan as a calendar to subscribe to (RFC 5545). An event keeps its UID while the plan changes round it: a session
/// that of the day the plan gave it, a phase its place among its kind, a race its name. The feed holds no link to the
/// plan: whoever may read a calendar may not change what it shows.
/// </summary>
public sealed class CalendarFeed(IPlanStore plans, PlanDocument document, TimeProvider clock)
{
    /// <summary>How often a calendar program should look again.</summary>
    private const string Refresh = "PT6H";

    /// <summary>The calendar; without events while the plan is not confirmed, and when its runner has left.</summary>
    public async Task<string> WriteAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(header.Id, cancellationToken);
        var text = new CalendarText();
        text.Component("VCALENDAR", () =>
        {
            text.Line("VERSION", "2.0");
            text.Line("PRODID", "-//Strength Days//Plan//EN");
            text.Line("CALSCALE", "GREGORIAN");
            text.Line("METHOD", "PUBLISH");
            text.Text("NAME", "Strength Days");
            text.Text("X-WR-CALNAME", "Strength Days");
            text.Line("REFRESH-INTERVAL;VALUE=DURATION", Refresh);
            text.Line("X-PUBLISHED-TTL", Refresh);
            WritePlan(text, header, sent);
        });
        return text.ToString();
    }

    private void WritePlan(CalendarText text, PlanHeader header, ImmutableArray<SentMail> sent)
    {
        var zone = header.Inputs.Enrolment.TimeZone;
        var plan = document.PlanOf(header, sent);
        var first = plan.Sessions.Select(s => s.Date).Append(plan.StartsOn).Min();
        ZoneDescription.Write(text, zone, first, plan.Horizon.AddDays(1));
        if (header.Status is PlanStatus.Pending or PlanStatus.Unsubscribed)
            return;
        var leftOut = sent.Where(m => m.Status is SentStatus.Skipped).Select(m => m.Date).ToHashSet();
        foreach (var session in plan.Sessions.Where(s => !leftOut.Contains(s.Date)))
            Write(text, header, $"session-{OwnDate(session, header)}", () => WriteSession(text, session, header));
        foreach (var (race, uid) in Numbered(plan.Races, r => "race-" + Hash(r)))
            Write(text, header, uid, () => WriteDays(text, "Race: " + RaceWords.Name(race), "", race.Date, race.Date));
        foreach (var (phase, uid) in Numbered(plan.Phases, p => "phase-" + EnumNames<Phase>.Of(p.Phase)))
            Write(text, header, uid, () => WriteDays(
                text, PhaseWords.Title(phase.Phase), phase.Why, phase.From, phase.To));
    }

    private void Write(CalendarText text, PlanHeader header, string uid, Action content) =>
        text.Component("VEVENT", () =>
        {
            text.Line("UID", $"{uid}@{header.Id}");
            text.Line("SEQUENCE", header.Revision.ToString(CultureInfo.InvariantCulture));
            text.Utc("DTSTAMP", clock.GetUtcNow());
            content();
        });

    private static void WriteSession(CalendarText text, Session session, PlanHeader header)
    {
        var zone = header.Inputs.Enrolment.TimeZone;
        var start = MailCalendar.DueAt(session.Date, header.Inputs.Enrolment);
        text.Local("DTSTART", Zones.LocalAt(start, zone), zone);
        text.Local("DTEND", Zones.LocalAt(start.AddMinutes(session.EstimatedMinutes), zone), zone);
        text.Text("SUMMARY", "Strength: " + session.Title);
        text.Text("DESCRIPTION", Description(session));
    }

    private static string Description(Session session) => string.Join("\n",
    [
        session.Why,
        .. from block in session.Blocks
           from line in block.Exercises.Select(p => ExerciseWords.Line(p, block.Kind))
           select $"{line.Name} {line.Dose}",
    ]);

    private static void WriteDays(CalendarText text, string summary, string description, DateOnly from, DateOnly to)
    {
        text.Date("DTSTART", from);
        text.Date("DTEND", to.AddDays(1));
        text.Text("SUMMARY", summary);
        if (description.Length > 0)
            text.Text("DESCRIPTION", description);
        text.Line("TRANSP", "TRANSPARENT");
    }

    private static string OwnDate(Session session, PlanHeader header)
    {
        var moved = header.Inputs.Events.OfType<SessionMoved>().LastOrDefault(m => m.To == session.Date);
        return (moved?.Own ?? session.Date).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    }

    /// <summary>Each item with its name and its place among those of the same name.</summary>
    private static IEnumerable<(T Item, string Uid)> Numbered<T>(ImmutableArray<T> items, Func<T, string> name) =>
        items.GroupBy(name).SelectMany(same => same.Select((item, i) => (item, $"{same.Key}-{i + 1}")));

    // A name may hold anything, a UID had better not.
    private static string Hash(Race race) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{race.Name}|{race.Distance}")))[..12];
}
