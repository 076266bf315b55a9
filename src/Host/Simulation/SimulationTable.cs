using System.Globalization;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Training;

namespace StrengthDays.Host.Simulation;

/// <summary>What was sent and why, one line a mail.</summary>
internal static class SimulationTable
{
    public static void Print(TextWriter output, IReadOnlyList<SimulatedMail> mails, string folder)
    {
        output.WriteLine($"{"local time",-21} {"kind",-10} {"phase",-19} {"sets",4}  why");
        foreach (var mail in mails)
            output.WriteLine(Line(mail));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mails.Count} mails in {folder}"));
    }

    private static string Line(SimulatedMail mail) => string.Create(
        CultureInfo.InvariantCulture,
        $"{mail.Local:ddd yyyy-MM-dd HH:mm}  {EnumNames<MailKind>.Of(mail.Mail.Kind),-10} {PhaseOf(mail),-19} "
        + $"{mail.Sets,4}  {mail.Why}");

    private static string PhaseOf(SimulatedMail mail) => mail.Phase is { } phase ? EnumNames<Phase>.Of(phase) : "-";
}
