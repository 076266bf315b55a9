using StrengthDays.Coaching.Mail;
using StrengthDays.Training;

namespace StrengthDays.Host.Simulation;

/// <param name="Mail">As any transport would get it.</param>
/// <param name="Local">Wall clock of the runner when it was sent.</param>
/// <param name="Phase">Of its date; null outside the plan.</param>
/// <param name="Sets">Of a session mail.</param>
/// <param name="Why">One sentence for the table.</param>
internal sealed record SimulatedMail(MailMessage Mail, DateTime Local, Phase? Phase, int? Sets, string Why);
