using System.Collections.Immutable;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using static StrengthDays.Coaching.Storage.Sqlite.SqliteValues;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>Alerts in one SQLite file.</summary>
public sealed class SqliteAlertStore(SqliteDatabase database) : IAlertStore
{
    public Task PutAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => mails.Sum(mail => session.Run(
            "INSERT OR REPLACE INTO alerts (key, date, kind, status, reason, at) VALUES ($1, $2, $3, $4, $5, $6)",
            mail.Key.ToString(), Of(mail.Date), mail.Kind.ToString(), mail.Status.ToString(), mail.Reason,
            Of(mail.At)))));

    public Task<ImmutableArray<SentMail>> ListAsync(int most, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => session.List(
            "SELECT key, date, kind, status, reason, at FROM alerts ORDER BY date DESC, key LIMIT $1",
            row => new SentMail(
                MailKey.Parse(row.GetString(0)), row.Date(1), row.Name<MailKind>(2), row.Name<SentStatus>(3),
                row.Text(4), row.Instant(5)),
            most)).ToImmutableArray());

    public Task ForgetAsync(ImmutableArray<SentMail> mails, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => mails.Sum(
            mail => session.Run("DELETE FROM alerts WHERE key = $1", mail.Key.ToString()))));

    public Task ForgetBeforeAsync(DateOnly date, CancellationToken cancellationToken) =>
        Task.FromResult(database.Write(session => session.Run("DELETE FROM alerts WHERE date < $1", Of(date))));
}
