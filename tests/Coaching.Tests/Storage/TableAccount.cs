using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Coaching.Tests.Clients;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>A storage account of Azurite with our tables, all empty.</summary>
internal sealed class TableAccount(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>As the product opens it.</summary>
    public TableDatabase Database { get; } = TableDatabase.Open(new AzureService(connectionString, null));

    /// <summary>The rows as they are stored, for those who break them by hand.</summary>
    public TableClient Plans => new(connectionString, "Plans");

    public TableClient Due => new(connectionString, "Due");

    /// <summary>With somebody who sees each request on its way, those that are asked again as well.</summary>
    public TableDatabase Open(HttpPipelinePolicy policy)
    {
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.Zero, Mode = RetryMode.Fixed } };
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return new(new TableServiceClient(connectionString, options));
    }

    public static async Task<TableAccount> NewAsync()
    {
        var account = new TableAccount(await AzuriteServer.NewAccountAsync());
        await account.Database.CreateAsync(default);
        return account;
    }
}
