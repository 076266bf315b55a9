using System.Net;
using System.Net.Sockets;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Host;

/// <summary>What a setting is when nobody sets it, as far as it depends on this machine.</summary>
internal static class HostDefaults
{
    private const string DefaultUrl = "http://localhost:7071";

    public static WebApplicationBuilder AddDefaults(this WebApplicationBuilder builder, DataFolder data)
    {
        var configuration = builder.Configuration;
        var url = Listen(builder);
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data"] = data.FullPath,
            ["PublicUrl"] = Given(configuration, "PublicUrl") ?? url,
            ["Ops:Key"] = Given(configuration, "Ops:Key") ?? data.Secret("ops.key"),
            // On tables several instances must share the key, so none may invent it.
            ["Links:Key"] = Given(configuration, "Links:Key")
                ?? (IsEmbedded(configuration) ? data.Secret("links.key") : null),
        });
        return builder;
    }

    /// <summary>Requests are not logged: their paths hold tokens.</summary>
    public static WebApplicationBuilder AddQuietLogs(this WebApplicationBuilder builder)
    {
        builder.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            // A start that fails is told in one sentence by whoever started it.
            .AddFilter(
                "Microsoft.Extensions.Hosting.Internal.Host", level => level is LogLevel.Warning or LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddSimpleConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
            });
        return builder;
    }

    /// <summary>The setting, or null when absent or blank.</summary>
    public static string? Given(IConfiguration configuration, string name) =>
        string.IsNullOrWhiteSpace(configuration[name]) ? null : configuration[name];

    private static bool IsEmbedded(IConfiguration configuration) =>
        !string.Equals(configuration["Store"], nameof(StoreKind.Tables), StringComparison.OrdinalIgnoreCase);

    /// <summary>Settles the addresses to listen on and answers the first, as a person would type it.</summary>
    private static string Listen(WebApplicationBuilder builder)
    {
        var urls = (Given(builder.Configuration, "urls") ?? DefaultUrl)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(WithPort)
            .ToArray();
        builder.WebHost.UseUrls(urls);
        var first = Parse(urls[0]);
        var host = first.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : first.Host;
        return new UriBuilder(first.Scheme, host, first.Port).Uri.ToString();
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Port: <= IPEndPoint.MaxPort } address ? address : throw Refused(url);
        }
        catch (FormatException)
        {
            throw Refused(url);
        }
    }

    private static SettingException Refused(string url) =>
        new($"urls must be an address such as {DefaultUrl}, not \"{url}\".");

    // Port 0 means any free one. It is chosen here and not by the server, because links need it before the server
    // listens.
    private static string WithPort(string url)
    {
        var address = Parse(url);
        if (address.Port != 0)
            return url;

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return FormattableString.Invariant($"{address.Scheme}://{address.Host}:{port}");
    }
}
