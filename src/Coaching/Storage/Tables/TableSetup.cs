using Azure;
using Azure.Identity;
using Microsoft.Extensions.Hosting;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>Makes the tables at the start, and stops the start when the account cannot be used.</summary>
public sealed class TableSetup(TableDatabase database, CoachingSettings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.CreateAsync(cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or AuthenticationFailedException)
        {
            throw new SettingException($"{Setting}: the storage account cannot be used ({Reason(e)}).");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Setting => settings.Tables?.Endpoint is null ? "Tables:ConnectionString" : "Tables:Endpoint";

    // After its last attempt the client throws what every attempt threw, together.
    private static string Reason(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Reason(last),
        RequestFailedException { ErrorCode: { } code } => code,
        _ => e.Message.Split('\n')[0].Trim().TrimEnd('.'),
    };
}
