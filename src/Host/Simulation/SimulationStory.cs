using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Host.Simulation;

/// <summary>Says of each mail what it was for, from the plan and its ledger.</summary>
internal sealed class SimulationStory(PlanDocument document, IPlanStore plans, SimulationRequest request)
{
    public async Task<IReadOnlyList<SimulatedMail>> TellAsync(
        IEnumerable<MailMessage> mails, Func<Task<PlanHeader?>> findPlan)
    {
        var plan = await findPlan() is { } header
            ? document.PlanOf(header, await plans.ListSentAsync(header.Id, CancellationToken.None))
            : null;
        var asked = mails.Where(m => m.LocalDate >= request.From && m.LocalDate <= request.To);
        return [.. asked.Select(m => Tell(m, plan))];
    }

    private SimulatedMail Tell(MailMessage mail, Plan? plan)
    {
        var phase = plan?.Phases.FirstOrDefault(p => p.Contains(mail.LocalDate));
        var session = mail.Kind is MailKind.Session
            ? plan?.Sessions.FirstOrDefault(s => s.Date == mail.LocalDate)
            : null;
        return new(
            mail,
            Zones.LocalAt(mail.Date, request.Enrolment.TimeZone),
            session?.Phase ?? phase?.Phase,
            session?.Sets,
            session?.Why ?? Why(mail.Kind, phase));
    }

    private static string Why(MailKind kind, PhaseRange? phase) => kind switch
    {
        MailKind.Confirm => "The form was sent: one click starts the plan.",
        MailKind.Welcome => "The plan was confirmed.",
        MailKind.LookAhead => "It is Monday, and the week's overview was asked for.",
        MailKind.Primer => "A run day without strength, and a primer was asked for.",
        MailKind.Paused or MailKind.Resumed => "A pause began or ended.",
        _ => phase?.Why ?? "",
    };
}
