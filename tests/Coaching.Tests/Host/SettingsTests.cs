using Microsoft.Extensions.Configuration;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Tests.Host;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_setting_plans_are_in_sqlite_and_mails_in_the_outbox()
    {
        var settings = Read();

        Assert.Equal(StoreKind.Sqlite, settings.Store);
        Assert.Equal(MailTransportKind.Outbox, settings.Mail.Transport);
        Assert.Equal("\"Strength Days\" <coach@localhost>", settings.Mail.From.ToString());
        Assert.Equal((0, 0), (settings.Mail.PerMinute, settings.Mail.PerHour));
    }

    [Theory]
    [InlineData("Store", "1")]
    [InlineData("Store", "postgres")]
    [InlineData("Mail:Transport", "pigeon")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:From", "Coach <coach@größe.example>")]
    [InlineData("Mail:PerMinute", "1.5")]
    [InlineData("Mail:PerMinute", "-1")]
    [InlineData("Mail:PerHour", "many")]
    [InlineData("PublicUrl", "strength.example.com")]
    [InlineData("PublicUrl", "ftp://strength.example.com")]
    [InlineData("PublicUrl", "https://user:pass@strength.example.com")]
    [InlineData("PublicUrl", "https://strength.example.com/?a=b")]
    public void A_wrong_value_is_refused_by_its_name(string name, string value) => Refused(name, (name, value));

    [Theory]
    [InlineData("Mail:Trasport", "Mail:Transport")]
    [InlineData("stor", "Store")]
    [InlineData("Mail:Smtp:Pasword", "Mail:Smtp:Password")]
    [InlineData("PublicUrls", "PublicUrl")]
    [InlineData("Mail:Reply-To-Whom-It-May", null)]
    public void A_name_that_is_nearly_ours_or_in_a_section_of_ours_is_refused(string name, string? meant)
    {
        var refusal = SettingNames.Refusal(name);

        Assert.StartsWith($"There is no setting {name}", refusal, StringComparison.Ordinal);
        if (meant is not null)
            Assert.EndsWith($"did you mean {meant}?", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail:transport")]
    [InlineData("urls")]
    [InlineData("environment")]
    [InlineData("contentRoot")]
    [InlineData("AllowedHosts")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    public void A_setting_of_ours_or_of_the_web_server_is_not(string name) => Assert.Null(SettingNames.Refusal(name));

    /// <summary>Whoever adds a setting adds its name.</summary>
    [Fact]
    public void Every_setting_that_is_read_has_its_name()
    {
        var asked = new Asked();
        foreach (var transport in new[] { "smtp", "acs" })
            CoachingSettings.Read(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["Store"] = "tables",
                    ["Tables:Endpoint"] = "https://plans.example.com",
                    ["Mail:Transport"] = transport,
                    ["Mail:Smtp:Host"] = "mail.example.com",
                    ["Mail:Acs:Endpoint"] = "https://mail.example.com",
                    ["Links:Key"] = "a key for tests",
                })
                .Add(asked)
                .Build());

        // The operator's key is the host's own affair.
        Assert.Equal(SettingNames.All.Except(["Ops:Key"]).Order(), asked.Names.Order());
    }

    [Fact]
    public void What_a_choice_needs_must_be_there()
    {
        Refused("Tables:ConnectionString", ("Store", "tables"));
        Refused("Mail:Smtp:Host", ("Mail:Transport", "smtp"));
        Refused("Mail:Smtp:Port", ("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "mail"), ("Mail:Smtp:Port", "70000"));
        Refused("Mail:Smtp:Host", ("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "smtp://mail.example"));
        Refused("Mail:Smtp:User", Smtp("Password"));
        Refused("Mail:Smtp:Password", Smtp("User"));
        Refused("Mail:Acs:ConnectionString", ("Mail:Transport", "acs"));
        Refused("Mail:Acs:Endpoint", ("Mail:Transport", "acs"), ("Mail:Acs:Endpoint", "http://mail.example"));
        Refused("Links:Key", ("Links:Key", " "));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.2", true)]
    [InlineData("::1", true)]
    [InlineData("mail.example.com", false)]
    [InlineData("localhost.example.com", false)]
    [InlineData("10.0.0.1", false)]
    public void Only_a_server_named_as_this_machine_needs_no_encryption(string host, bool expected) =>
        Assert.Equal(expected, new SmtpServer(host, 25, null, null).IsLoopback);

    [Fact]
    public void A_connection_string_goes_before_an_endpoint()
    {
        var settings = Read(("Store", "Tables"), ("Tables:ConnectionString", "c"), ("Tables:Endpoint", "https://t.example"));

        Assert.Equal(new AzureService("c", null), settings.Tables);
    }

    [Theory]
    [InlineData("https://strength.example.com", "https://strength.example.com/")]
    [InlineData("https://example.com/strength/", "https://example.com/strength/")]
    public void A_public_address_ends_with_a_slash_so_that_paths_can_be_added(string given, string read) =>
        Assert.Equal(read, Read(("PublicUrl", given)).PublicUrl.ToString());

    [Fact]
    public void Settings_show_no_secret()
    {
        var shown = Read(
            ("Links:Key", "hush1"), ("Links:PreviousKey", "hush2"), ("Store", "tables"), ("Tables:ConnectionString", "hush3"),
            ("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "mail.example"), ("Mail:Smtp:User", "ana"),
            ("Mail:Smtp:Password", "hush4")).ToString();

        Assert.DoesNotContain("hush", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "UseDevelopmentStorage=true")]
    [InlineData("AccountKey=hush;AccountName=plans;EndpointSuffix=core.windows.net", "AccountName=plans")]
    [InlineData("endpoint=https://m.communication.azure.com/;accesskey=hush", "endpoint=https://m.communication.azure.com/")]
    [InlineData("hush", "ConnectionString")]
    public void A_connection_string_shows_where_it_leads_and_no_key(string given, string shown) =>
        Assert.Equal(shown, new AzureService(given, null).ToString());

    private static (string, string)[] Smtp(string name) =>
        [("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "mail.example"), ($"Mail:Smtp:{name}", "hush")];

    private static void Refused(string name, params (string, string)[] values) =>
        Assert.StartsWith(name, Assert.Throws<SettingException>(() => Read(values)).Message, StringComparison.Ordinal);

    private static CoachingSettings Read(params (string Name, string Value)[] values) => CoachingSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("Links:Key", "a key for tests")])
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value)))
            .Build());

    /// <summary>Holds nothing and takes down what it is asked for.</summary>
    private sealed class Asked : ConfigurationProvider, IConfigurationSource
    {
        public HashSet<string> Names { get; } = [];

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Names.Add(key);
            value = null;
            return false;
        }
    }
}
