using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Dispatch;

/// <summary>Makes letters into mails that any transport takes.</summary>
public sealed class OutgoingMails(MailComposer composer, CoachingSettings settings, TimeProvider clock)
{
    private readonly string _from = settings.Mail.From.ToString();
    private readonly string _domain = settings.Mail.From.Host;

    public async Task<MailMessage> WriteAsync(MailKey key, string to, Letter letter)
    {
        var rendered = await composer.RenderAsync(letter);
        var operation = key.OperationId;
        return new MailMessage(
            operation,
            $"{operation:D}@{_domain}",
            clock.GetUtcNow(),
            _from,
            to,
            rendered.Subject,
            rendered.Text,
            rendered.Html,
            letter.Kind,
            letter.LocalDate,
            MailHeaders.Of(letter.Kind, letter.LocalDate, letter.Links.Unsubscribe, _domain));
    }

    /// <summary>
    /// Over everything that must stay the same in all attempts (I5); the Date header is not part of it.
    /// </summary>
    public static string HashOf(MailMessage mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(mail))
        {
            Append(hash, part.Length.ToString(CultureInfo.InvariantCulture));
            Append(hash, part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(part.Length));
        hash.AppendData(utf8, 0, Encoding.UTF8.GetBytes(part, utf8));
        ArrayPool<byte>.Shared.Return(utf8);
    }

    private static IEnumerable<string> Parts(MailMessage mail) =>
        [mail.From, mail.To, mail.Subject, mail.Text, mail.Html, .. mail.Headers.Select(h => $"{h.Key}: {h.Value}")];
}
