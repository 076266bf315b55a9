using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>Everything we hold about a runner, as JSON.</summary>
public sealed class PlanExport(IPlanStore plans, People people, PlanDocument document)
{
    public async Task<byte[]> WriteAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(header.Id, cancellationToken);
        var person = await people.FindAsync(header.Inputs.Enrolment.Email, cancellationToken);
        return ContractJson.Bytes(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("view"u8);
            document.Write(json, header, sent);
            WriteHeader(json, header);
            json.WriteArray("mails"u8, sent, WriteMail);
            WritePerson(json, person);
            json.WriteEndObject();
        });
    }

    private static void WriteHeader(Utf8JsonWriter json, PlanHeader header)
    {
        json.WriteStartObject("stored"u8);
        json.WriteString("id"u8, header.Id.ToString());
        json.WriteName("status"u8, header.Status);
        json.WriteNumber("revision"u8, header.Revision);
        json.WritePropertyName("inputs"u8);
        json.WriteRawValue(StoredJson.Write(header.Inputs));
        json.WriteStartObject("consent"u8);
        json.WriteString("text"u8, header.Consent.Text);
        json.WriteString("at"u8, header.Consent.At.UtcDateTime);
        json.WriteEndObject();
        json.WriteString("next"u8, header.Next?.At.UtcDateTime.ToString("O"));
        json.WriteString("outline"u8, header.Outline);
        json.WriteEndObject();
    }

    private static void WriteMail(Utf8JsonWriter json, SentMail mail)
    {
        json.WriteStartObject();
        json.WritePropertyName("delivery"u8);
        PlanDocument.WriteDelivery(json, mail);
        json.WritePropertyName("session"u8);
        json.WriteRawValue(mail.Session ?? "null");
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, Person? person)
    {
        json.WriteStartObject("address"u8);
        json.WriteString("hash"u8, person?.Hash);
        json.WriteNumber("confirmationMails"u8, person?.Confirmations ?? 0);
        json.WriteString("suppressed"u8, person?.Suppressed);
        json.WriteEndObject();
    }
}
