using System.Globalization;
using Azure;
using Azure.Identity;
using Polly.Timeout;

namespace StrengthDays.Coaching.Mail.Acs;

/// <summary>What a failed request to the service means for its mail.</summary>
internal static class AcsAnswer
{
    /// <summary>Nothing is taken for not sent that may have arrived.</summary>
    public static SubmitResult Of(Exception failure, DateTimeOffset now) => failure switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Of(last, now),
        RequestFailedException { Status: 0 } lost => WasNeverSent(lost)
            ? new(SubmitOutcome.Down, "the mail service cannot be reached")
            : new(SubmitOutcome.Unknown, "the connection to the mail service failed"),
        RequestFailedException answer => Of(answer, now),
        ArgumentException => new(SubmitOutcome.Refused, "a header or an address is not one that a mail may carry"),
        AuthenticationFailedException => new(SubmitOutcome.Down, "there is no token for the mail service"),
        TimeoutRejectedException or OperationCanceledException =>
            new(SubmitOutcome.Unknown, "the mail service gave no answer in time"),
        _ => new(SubmitOutcome.Unknown, "the mail service gave an answer that makes no sense"),
    };

    /// <summary>How long the service asks to be left alone: seconds, or a date; null when it does not.</summary>
    public static TimeSpan? RetryAfter(Response? response, DateTimeOffset now)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var text))
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return Within(TimeSpan.FromSeconds(seconds));
        return DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? Within(at - now)
            : null;
    }

    private static SubmitResult Of(RequestFailedException answer, DateTimeOffset now)
    {
        var reason = $"the mail service said {Words(answer)}";
        var pause = RetryAfter(answer.GetRawResponse(), now);
        return answer.Status switch
        {
            429 => new(SubmitOutcome.Busy, reason, pause),
            503 => new(SubmitOutcome.Down, reason, pause),
            // Key, clock, domain or sender are wrong for every mail.
            401 or 403 or 404 => new(SubmitOutcome.Down, reason),
            // In progress: it may be there. Below 400 it is not the service that speaks.
            408 or 409 or < 400 => new(SubmitOutcome.Unknown, reason),
            412 => new(SubmitOutcome.TooOld, reason),
            < 500 => new(SubmitOutcome.Refused, reason),
            _ => new(SubmitOutcome.Unknown, reason),
        };
    }

    private static bool WasNeverSent(RequestFailedException lost) => lost.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    // Codes are the service's own words; anything longer could hold what we sent.
    private static string Words(RequestFailedException answer) =>
        answer.ErrorCode is { Length: > 0 and <= 40 } code && code.All(char.IsAsciiLetterOrDigit)
            ? string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {code}")
            : answer.Status.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Within(TimeSpan pause) => TimeSpan.FromTicks(
        Math.Clamp(pause.Ticks, 0, TransportLimits.LongestPause.Ticks));
}
