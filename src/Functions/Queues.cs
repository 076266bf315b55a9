namespace StrengthDays.Functions;

/// <summary>Every queue, once.</summary>
public static class Queues
{
    /// <summary>Each message names a bucket of the due index to look at now.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Each message holds what became of mails, in the Event Grid schema.</summary>
    public const string DeliveryReports = "delivery-reports";

    /// <summary>Each message names a slice of the plans to compare with the due index.</summary>
    public const string Repairs = "repairs";
}
