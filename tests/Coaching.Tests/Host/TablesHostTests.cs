using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Tests.Clients;
using StrengthDays.Coaching.Tests.Contract;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>The host with its plans in Table Storage.</summary>
[Trait("Category", "Once")]
public sealed class TablesHostTests
{
    private static readonly string ClosedPort = FreePort();

    /// <summary>The settings for an account.</summary>
    public static string[] On(string connectionString) =>
        ["--Store", "tables", "--Tables:ConnectionString", connectionString, "--Links:Key", "a secret of this test"];

    [Fact]
    public async Task From_the_form_to_the_first_session_by_mail()
    {
        var clock = new ManualClock(Monday);
        await using var host = await RunningHost.StartAsync(
            services => services.AddSingleton<TimeProvider>(clock), On(await AzuriteServer.NewAccountAsync()));

        await host.Client.PostAsync("/api/plans", new StringContent(Filled.InFull, Encoding.UTF8, "application/json"));
        var confirmed = await host.Client.PostAsync(ConfirmLink(Mails(host).Single()), null);
        clock.Set(Utc("2027-01-06T05:30"));
        foreach (var bucket in await host.Services.GetRequiredService<Tick>().RunAsync(default))
            await host.Services.GetRequiredService<Deliveries>().RunAsync(bucket, default);

        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Equal(
            ["confirm", "session", "welcome"],
            Mails(host).Select(m => Regex.Match(m, @"X-Strength-Days-Kind: (\S+)").Groups[1].Value).Order());
        Assert.False(File.Exists(Path.Combine(host.Data, "plans.db")));
    }

    [Fact]
    public async Task Another_host_on_the_same_account_knows_the_same_plans()
    {
        var account = await AzuriteServer.NewAccountAsync();
        await using var first = await RunningHost.StartAsync(On(account));
        await first.Client.PostAsync("/api/plans", new StringContent(Filled.InFull, Encoding.UTF8, "application/json"));

        await using var second = await RunningHost.StartAsync(On(account));
        var page = await second.Client.GetAsync(ConfirmLink(Mails(first).Single()));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Health_names_the_store()
    {
        await using var host = await RunningHost.StartAsync(On(await AzuriteServer.NewAccountAsync()));

        var health = await host.Client.GetFromJsonAsync<JsonElement>("/api/health");

        Assert.Equal(
            """{"name":"tables","state":"reachable"}""", health.GetProperty("store").GetRawText());
    }

    [Theory]
    [InlineData("Tables:ConnectionString", "nonsense")]
    [InlineData("Tables:ConnectionString", "AccountName=a;AccountKey=%%%;TableEndpoint=http://127.0.0.1:1/a;")]
    [InlineData("Tables:ConnectionString", "AccountName=hush;AccountKey=a2V5;TableEndpoint=over there;")]
    [InlineData("Tables:ConnectionString", "TableEndpoint=https://a.table.core.windows.net;SharedAccessSignature=hush")]
    [InlineData("Tables:Endpoint", "http://plans.table.core.windows.net")]
    [InlineData("Tables:Endpoint", "plans")]
    public async Task A_wrong_account_stops_the_start_with_one_sentence_that_names_the_setting(
        string name, string value)
    {
        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(
            "--Store", "tables", "--Links:Key", "k", "--" + name, value));

        AssertSentence(name, refusal);
    }

    [Fact]
    public async Task A_key_that_the_account_does_not_know_stops_the_start_with_one_sentence()
    {
        var account = await AzuriteServer.NewAccountAsync();
        var wrong = Regex.Replace(account, "AccountKey=[^;]+", "AccountKey=aHVzaA==");

        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(On(wrong)));

        AssertSentence("Tables:ConnectionString", refusal);
    }

    [Fact]
    public async Task An_account_that_cannot_be_reached_stops_the_start_with_one_sentence()
    {
        var nobody = $"AccountName=a;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:{ClosedPort}/a;";

        var refusal = await Assert.ThrowsAsync<SettingException>(() => RunningHost.StartAsync(On(nobody)));

        AssertSentence("Tables:ConnectionString", refusal);
        Assert.Contains("refused", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_need_a_key_for_links_that_all_instances_share()
    {
        var account = await AzuriteServer.NewAccountAsync();

        var refusal = await Assert.ThrowsAsync<SettingException>(
            () => RunningHost.StartAsync("--Store", "tables", "--Tables:ConnectionString", account));

        AssertSentence("Links:Key", refusal);
    }

    private static void AssertSentence(string name, SettingException refusal)
    {
        Assert.StartsWith(name, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain("hush", refusal.Message, StringComparison.Ordinal);
    }

    private static List<string> Mails(RunningHost host) =>
        [.. Directory.EnumerateFiles(Path.Combine(host.Data, "outbox"), "*.eml").Select(File.ReadAllText)];

    private static string ConfirmLink(string mail) => Regex.Match(
        mail.Replace("=\r\n", "", StringComparison.Ordinal), "/confirm/[A-Za-z0-9_-]{75}").Value;

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return FormattableString.Invariant($"{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
