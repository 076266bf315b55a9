using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Tables.TableTransactions;
using Kind = Azure.Data.Tables.TableTransactionActionType;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>Alerts in Table Storage: partition the date, counted backwards, so that the newest stand first.</summary>
public sealed class TableAlertStore(TableDatabase database) : IAlertStore
{
    private TableClient Alerts => database.Alerts;

    public async Task PutAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken)
    {
        foreach (var group in Grouped(mails.Select(Of)))
            await Alerts.SubmitTransactionAsync(
                group.Select(row => new TableTransactionAction(Kind.UpsertReplace, row)), cancellationToken);
    }

    public async Task<ImmutableArray<SentMail>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var mails = ImmutableArray.CreateBuilder<SentMail>();
        string? all = null;
        await foreach (var row in Alerts.QueryAsync<TableEntity>(all, most, null, cancellationToken))
        {
            mails.Add(Read(row));
            if (mails.Count == most)
                break;
        }

        return mails.ToImmutable();
    }

    public async Task ForgetAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken)
    {
        foreach (var mail in mails)
            await Alerts.DeleteEntityAsync(Partition(mail.Date), mail.Key.ToString(), ETag.All, cancellationToken);
    }

    public async Task ForgetBeforeAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var partition = Partition(date);
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {partition}");
        await foreach (var row in Alerts.QueryAsync<TableEntity>(filter, null, null, cancellationToken))
            await Alerts.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    private static string Partition(DateOnly date) =>
        (DateOnly.MaxValue.DayNumber - date.DayNumber).ToString("0000000", CultureInfo.InvariantCulture);

    private static TableEntity Of(SentMail mail)
    {
        var row = new TableEntity(Partition(mail.Date), mail.Key.ToString());
        row.Set("date", TableValues.Of(mail.Date));
        row.Set("kind", mail.Kind.ToString());
        row.Set("status", mail.Status.ToString());
        row.Set("reason", mail.Reason);
        row.Set("at", TableValues.Of(mail.At));
        return row;
    }

    private static SentMail Read(TableEntity row) => new(
        MailKey.Parse(row.RowKey),
        row.Date("date"),
        row.Name<MailKind>("kind"),
        row.Name<SentStatus>("status"),
        row.TextOrNull("reason"),
        row.Instant("at"));
}
