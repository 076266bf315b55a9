using Azure.Data.Tables;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The rows of the table <c>Plans</c> that say what became of a mail.</summary>
internal static class TableSentMails
{
    /// <summary>Keys of such rows start here.</summary>
    public const string First = "sent|";

    /// <summary>Keys of such rows end before.</summary>
    public const string End = "sent}";

    public static string RowKey(MailKey key) => First + key.Tail;

    public static TableEntity Of(SentMail mail, Guid write)
    {
        var row = new TableEntity(mail.Key.Plan.ToString(), RowKey(mail.Key)).By(write);
        row.Set("date", TableValues.Of(mail.Date));
        row.Set("kind", mail.Kind.ToString());
        row.Set("status", mail.Status.ToString());
        row.Set("reason", mail.Reason);
        row.Set("at", TableValues.Of(mail.At));
        row.Set("session", mail.Session);
        return row;
    }

    /// <exception cref="UnreadableRowException">It is damaged.</exception>
    public static SentMail Read(TableEntity row)
    {
        try
        {
            return Parse(row);
        }
        catch (Exception e) when (TableValues.IsDamage(e))
        {
            throw new UnreadableRowException("sent");
        }
    }

    private static SentMail Parse(TableEntity row) => new(
        new MailKey(PlanId.Parse(row.PartitionKey), row.RowKey[First.Length..]),
        row.Date("date"),
        row.Name<MailKind>("kind"),
        row.Name<SentStatus>("status"),
        row.TextOrNull("reason"),
        row.Instant("at"),
        row.TextOrNull("session"));
}
