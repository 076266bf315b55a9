using Azure.Communication.Email;
using Azure.Core;
using Azure.Identity;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Mail.Acs;

/// <summary>The client of a Communication Services resource.</summary>
internal static class AcsAccount
{
    /// <exception cref="SettingException">The connection string makes no sense.</exception>
    public static EmailClient Open(AzureService account)
    {
        if (account.Endpoint is { } endpoint)
            return new EmailClient(endpoint, new DefaultAzureCredential(), Options());
        try
        {
            CheckKey(account.ConnectionString!);
            return new EmailClient(account.ConnectionString!, Options());
        }
        // None of the failures is told: some repeat what they could not read.
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException
                                      or KeyNotFoundException)
        {
            throw new SettingException(
                "Mail:Acs:ConnectionString is not the connection string of a Communication Services resource.");
        }
    }

    // The client would find out at its first mail only.
    private static void CheckKey(string connectionString)
    {
        const string Name = "accesskey=";
        var key = connectionString.Split(';').Single(
            pair => pair.TrimStart().StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        _ = Convert.FromBase64String(key.Trim()[Name.Length..]);
    }

    /// <summary>Without retries of the client's own, and with what marks a repeat as one.</summary>
    public static EmailClientOptions Options()
    {
        // Only we know what may be asked again.
        var options = new EmailClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = AcsTransport.Patience } };
        options.AddPolicy(new RepeatabilityPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}
