using Microsoft.Extensions.Configuration;

namespace StrengthDays.Coaching.Settings;

/// <summary>The contract's settings, each checked once at the start.</summary>
/// <param name="Store">Where plans are kept.</param>
/// <param name="Tables">With <see cref="StoreKind.Tables"/>: connection string or endpoint.</param>
/// <param name="DataFolder">Full path of the folder for everything that is kept in files.</param>
/// <param name="Mail">How mails leave.</param>
/// <param name="PublicUrl">Where runners reach the site; every link starts with it. Ends with a slash.</param>
/// <param name="Links">Secrets of the link tokens.</param>
/// <param name="SignUp">Caps on sign-ups.</param>
public sealed record CoachingSettings(
    StoreKind Store,
    AzureService? Tables,
    string DataFolder,
    MailSettings Mail,
    Uri PublicUrl,
    LinkKeys Links,
    SignUpSettings SignUp)
{
    /// <exception cref="SettingException">The first setting that is missing or wrong.</exception>
    public static CoachingSettings Read(IConfiguration configuration)
    {
        var store = configuration.OneOf("Store", StoreKind.Sqlite);
        return new(
            store,
            store == StoreKind.Tables ? AzureService.Read(configuration, "Tables") : null,
            Path.GetFullPath(configuration.Text("Data") ?? "data"),
            MailSettings.Read(configuration),
            configuration.WebAddress("PublicUrl") ?? new Uri("http://localhost:7071/"),
            LinkKeys.Read(configuration),
            SignUpSettings.Read(configuration));
    }
}

public enum StoreKind
{
    Sqlite,
    Tables,
}

/// <param name="Key">Signs and verifies.</param>
/// <param name="PreviousKey">Verifies only, while old mails are still read; null when none.</param>
/// <param name="PeopleKey">Makes the hashes that stand for addresses: it stays when the others change. Null for the
/// oldest of the others.</param>
public sealed record LinkKeys(string Key, string? PreviousKey, string? PeopleKey = null)
{
    internal static LinkKeys Read(IConfiguration configuration) => new(
        configuration.Text("Links:Key")
            ?? throw new SettingException(
                "Links:Key is missing: give a long random secret, the same on every instance."),
        configuration.Text("Links:PreviousKey"),
        configuration.Text("People:Key"));

    /// <summary>No secret in logs.</summary>
    public override string ToString() => nameof(LinkKeys);
}

/// <summary>
/// An Azure service by connection string, or by endpoint with an Entra identity; exactly one of the two is set.
/// </summary>
public sealed record AzureService(string? ConnectionString, Uri? Endpoint)
{
    internal static AzureService Read(IConfiguration configuration, string section) =>
        configuration.Text($"{section}:ConnectionString") is { } connectionString
            ? new(connectionString, null)
            : new(null, SafeEndpoint(configuration, $"{section}:Endpoint")
                ?? throw new SettingException($"{section}:ConnectionString or {section}:Endpoint is missing."));

    // An identity's token is never sent in the clear.
    private static Uri? SafeEndpoint(IConfiguration configuration, string name) =>
        configuration.WebAddress(name) is { } endpoint && endpoint.Scheme != Uri.UriSchemeHttps
            ? throw new SettingException($"{name} must be an https address.")
            : configuration.WebAddress(name);

    /// <summary>The endpoint, or what of the connection string says where it leads: no secret in logs.</summary>
    public override string ToString() => Endpoint?.ToString()
        ?? ConnectionString!.Split(';').Select(pair => pair.Trim()).FirstOrDefault(IsAddress)
        ?? nameof(ConnectionString);

    private static bool IsAddress(string pair) =>
        pair.StartsWith("AccountName=", StringComparison.OrdinalIgnoreCase)
        || pair.StartsWith("UseDevelopmentStorage=", StringComparison.OrdinalIgnoreCase)
        || pair.StartsWith("endpoint=", StringComparison.OrdinalIgnoreCase);
}
