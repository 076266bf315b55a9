using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The design's tables in one storage account.</summary>
public sealed class TableDatabase(TableServiceClient account)
{
    /// <summary>Partition: the plan's id. Its header, its mails, and a row that is there as long as the plan.</summary>
    internal TableClient Plans { get; } = account.GetTableClient("Plans");

    /// <summary>Partition: the keyed hash of the address.</summary>
    internal TableClient People { get; } = account.GetTableClient("People");

    /// <summary>Partition: the bucket, so that the table is sorted by time.</summary>
    internal TableClient Due { get; } = account.GetTableClient("Due");

    /// <summary>Partition: the plan's id. Rows that left <see cref="Due"/> for an operator.</summary>
    internal TableClient Parked { get; } = account.GetTableClient("Parked");

    /// <summary>Partition: the window. Counts by name.</summary>
    internal TableClient Counts { get; } = account.GetTableClient("Counts");

    /// <summary>Partition: the date, newest first. Mails that ended badly.</summary>
    internal TableClient Alerts { get; } = account.GetTableClient("Alerts");

    /// <summary>One row: how many mails left lately.</summary>
    internal TableClient Budget { get; } = account.GetTableClient("Budget");

    /// <exception cref="SettingException">The connection string makes no sense.</exception>
    public static TableDatabase Open(AzureService account)
    {
        if (account.Endpoint is { } endpoint)
            return new(new TableServiceClient(endpoint, new DefaultAzureCredential(), Options()));
        try
        {
            return new(new TableServiceClient(account.ConnectionString!, Options()));
        }
        // None of the failures is told: some repeat what they could not read.
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException
                                      or NotSupportedException)
        {
            throw new SettingException(
                "Tables:ConnectionString is not the connection string of a storage account with its key.");
        }
    }

    /// <summary>Makes the tables that are not there yet.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { Plans, People, Due, Parked, Counts, Alerts, Budget })
            await table.CreateIfNotExistsAsync(cancellationToken);
    }

    // All attempts of one request together stay well below a lease: a claim that is answered late is still a claim.
    private static TableClientOptions Options() => new()
    {
        Retry =
        {
            MaxRetries = 3,
            Mode = RetryMode.Exponential,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = TimeSpan.FromSeconds(4),
            NetworkTimeout = TimeSpan.FromSeconds(15),
        },
    };
}
