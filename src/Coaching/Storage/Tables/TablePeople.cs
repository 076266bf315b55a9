using Azure.Data.Tables;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The rows of the table <c>People</c>.</summary>
internal static class TablePeople
{
    public const string RowKey = "person";

    public static TableEntity Of(Person person, Guid write)
    {
        var row = new TableEntity(person.Hash, RowKey) { ["confirmations"] = person.Confirmations }.By(write);
        row.Set("plan", person.Plan?.ToString());
        row.Set("pending", person.Pending?.ToString());
        row.Set("lastConfirmation", TableValues.Of(person.LastConfirmation));
        row.Set("suppressed", person.Suppressed);
        return row;
    }

    public static Person Read(TableEntity row) => new(row.PartitionKey, row.ETag.ToString())
    {
        Plan = row.PlanOrNull("plan"),
        Pending = row.PlanOrNull("pending"),
        Confirmations = row.Number("confirmations"),
        LastConfirmation = row.InstantOrNull("lastConfirmation"),
        Suppressed = row.TextOrNull("suppressed"),
    };
}
