using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Clients;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// A process's way to the mail service: the product's own client sends its requests here, and what comes back is HTTP.
/// Whatever takes time moves the clock on.
/// </summary>
internal sealed class SimAcs(StrictMail service, SimProcess process, Record record) : HttpMessageHandler
{
    public const string Connection = $"endpoint=https://acs.example/;accesskey={AcsRules.AccessKey}";

    private DateTimeOffset _quietUntil = DateTimeOffset.MinValue;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = await RecordedRequest.ReadAsync(request);
        // What is on its way when somebody else hears that he is to wait is nobody's fault.
        var (now, quietUntil) = (process.Clock.GetUtcNow(), _quietUntil);
        if (now < quietUntil)
            service.Offences.Add($"I7: asked at {now:u}, and was to wait until {quietUntil:u}");
        var answer = await process.MailAsync(() => Ask(asked, request.RequestUri!.Authority));
        if (answer.Takes > TimeSpan.Zero)
            process.Clock.Advance(answer.Takes);
        cancellationToken.ThrowIfCancellationRequested();
        if (answer.Pause is { } pause)
            _quietUntil = Later(_quietUntil, process.Clock.GetUtcNow() + pause);
        return answer.Status switch
        {
            0 => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            Answer.CannotConnect => throw new HttpRequestException(HttpRequestError.ConnectionError),
            _ => Response(answer, asked["Operation-Id"] ?? AcsRules.AskedFor(asked)),
        };
    }

    private Answer Ask(RecordedRequest asked, string authority)
    {
        var now = process.Clock.GetUtcNow();
        if (AcsRules.WhoAsks(asked, authority, null) is { } stranger)
            return Wrong(stranger);
        return asked.Line == AcsRules.Send ? Send(asked, now) : Find(Guid.Parse(AcsRules.AskedFor(asked)!));
    }

    private Answer Send(RecordedRequest asked, DateTimeOffset now)
    {
        if (AcsRules.WhatIsSent(asked) is { } mistake)
            return Wrong(mistake);
        var mail = SimMail.Read(asked);
        record.HandedOver.Add((now, mail));
        var answer = service.Submit(mail);
        record.Tell($"{mail.To[..32]} {mail.Kind} for {mail.LocalDate:O} {mail.OperationId}: {answer}");
        return answer;
    }

    private Answer Find(Guid operation)
    {
        var answer = service.Find(operation);
        record.Tell($"asked for {operation}: {answer}");
        return answer;
    }

    // The product's own mistake, which no weather excuses.
    private Answer Wrong(AcsError error)
    {
        service.Offences.Add($"{error.Code}: {error.Message}");
        return new(error.Status);
    }

    private HttpResponseMessage Response(Answer answer, string? operation)
    {
        object body = answer.Status < 300
            ? new { id = operation, status = answer.Status is 202 ? "Running" : "Succeeded" }
            : new { error = new { code = "Trouble", message = "Trouble." } };
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        if (answer.Pause is { } pause)
            response.Headers.RetryAfter = InWords(pause);
        return response;
    }

    // Both ways to say it.
    private RetryConditionHeaderValue InWords(TimeSpan pause) =>
        (int)pause.TotalSeconds % 2 == 0 && process.Clock.GetUtcNow() is { Millisecond: 0 } now
            ? new(now + pause)
            : new(pause);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

/// <summary>A mail as it arrived at the service.</summary>
/// <param name="Body">The whole request, which says everything a runner will see.</param>
internal sealed record SimMail(
    Guid OperationId, string To, MailKind Kind, DateOnly LocalDate, DateTimeOffset FirstSent, string Body)
{
    public static SimMail Read(RecordedRequest request)
    {
        using var json = JsonDocument.Parse(request.Body);
        var headers = json.RootElement.GetProperty("headers");
        return new(
            Guid.Parse(request["Operation-Id"]!),
            json.RootElement.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString()!,
            Enum.GetValues<MailKind>().Single(
                kind => EnumNames<MailKind>.Of(kind) == headers.GetProperty(MailHeaders.Kind).GetString()),
            DateOnly.ParseExact(
                headers.GetProperty(MailHeaders.Date).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset.ParseExact(
                request["Repeatability-First-Sent"]!, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            request.Body);
    }
}
