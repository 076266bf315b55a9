using System.Text.Json;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Operation;

/// <summary>The report as JSON.</summary>
public static class OpsWriter
{
    public static byte[] Write(OpsReport report) => ContractJson.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("at"u8, report.At.UtcDateTime);
        json.WriteNumber("due"u8, report.Due);
        WriteInstant(json, "oldestDue", report.OldestDue);
        foreach (var (name, ever, _) in report.Counts)
            json.WriteNumber(name, ever);
        json.WriteStartObject("today"u8);
        foreach (var (name, _, today) in report.Counts)
            json.WriteNumber(name, today);
        json.WriteEndObject();
        WriteQuota(json, report.QuotaLeft);
        json.WriteArray("parked"u8, report.Parked, Write);
        json.WriteArray("alerts"u8, report.Alerts, PlanDocument.WriteDelivery);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ParkedRow parked)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, parked.Id);
        json.WriteString("reason"u8, parked.Reason);
        json.WriteString("at"u8, parked.At.UtcDateTime);
        json.WriteString("key"u8, parked.Row.Key.Row);
        WriteInstant(json, "deadline", parked.Row.Defect is null ? parked.Row.Deadline : null);
        json.WriteEndObject();
    }

    // A limit that there is not is left out; without any, there is nothing to say.
    private static void WriteQuota(Utf8JsonWriter json, (int? PerMinute, int? PerHour) left)
    {
        if (left is (null, null))
        {
            json.WriteNull("quotaLeft"u8);
            return;
        }

        json.WriteStartObject("quotaLeft"u8);
        if (left.PerMinute is { } minute)
            json.WriteNumber("perMinute"u8, minute);
        if (left.PerHour is { } hour)
            json.WriteNumber("perHour"u8, hour);
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } instant)
            json.WriteString(name, instant.UtcDateTime);
        else
            json.WriteNull(name);
    }
}
