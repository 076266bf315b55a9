using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Coaching.Tests.Mail;

/// <summary>Finished mails for the transports.</summary>
internal static class Mails
{
    public static readonly MailMessage Plain = new(
        Guid.Parse("6f1c9a52-0b1d-5c3e-9a55-3d1f0d2b7c11"),
        "6f1c9a52-0b1d-5c3e-9a55-3d1f0d2b7c11@localhost",
        new DateTimeOffset(2027, 1, 12, 6, 30, 0, TimeSpan.FromHours(1)),
        "Strength Days <coach@localhost>",
        "ana@example.com",
        "Tue 12 Jan: deadlift and step-up, 41 min, 3 sets",
        "Hello Ana,\n\nday = 1 · Größe\n",
        "<!DOCTYPE html>\n<html lang=\"en\"><head></head><body><p>Größe</p></body></html>",
        MailKind.Session,
        new DateOnly(2027, 1, 12),
        MailHeaders.Of(
            MailKind.Session, new DateOnly(2027, 1, 12), new Uri("https://strength.example/out/u"), "localhost"));

    /// <summary>The same mail under an id of its own, one minute later for each number.</summary>
    public static MailMessage Number(int number) => Plain with
    {
        OperationId = new Guid(number, 1, 5, 0x80, 0, 0, 0, 0, 0, 0, 0),
        Date = Plain.Date.AddMinutes(number),
    };
}
