using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StrengthDays.Coaching.Mail.Smtp;

/// <summary>An answer of the server, all its lines.</summary>
/// <param name="Code">Three digits: 2yz and 3yz go on, 4yz not now, 5yz never.</param>
/// <param name="Lines">What stands behind the code; a server may repeat addresses here, so none of it is
/// logged.</param>
internal sealed partial record SmtpReply(int Code, ImmutableArray<string> Lines)
{
    public bool IsYes => Code < 400;

    public bool IsForNow => Code is >= 400 and < 500;

    /// <summary>The enhanced status code (RFC 3463), e.g. "5.1.1"; empty when the server gives none.</summary>
    public string Status => Lines is [var first, ..] && Enhanced().Match(first) is { Success: true } match
        ? match.Value
        : "";

    /// <summary>For a person: the codes only.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Code} {Status}").TrimEnd();

    /// <summary>What stands behind a keyword of the answer to EHLO; null when the server does not have it.</summary>
    public string? Offer(string keyword) => Lines
        .Select(line => line.Split(' ', 2))
        .Where(words => words[0].Equals(keyword, StringComparison.OrdinalIgnoreCase))
        .Select(words => words.Length > 1 ? words[1] : "")
        .FirstOrDefault();

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Enhanced();
}

/// <summary>Which part of a conversation was refused.</summary>
internal enum SmtpStep
{
    /// <summary>Greeting, encryption, login, sender: nothing that depends on this mail.</summary>
    Session,

    /// <summary>The recipient or the content.</summary>
    Mail,
}

/// <summary>The server said no; it does not have the mail.</summary>
internal sealed class SmtpRefusal(SmtpStep step, SmtpReply reply) : IOException(reply.Words)
{
    public SmtpStep Step => step;

    public SmtpReply Reply => reply;
}
