using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Host.Queues;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;
using static StrengthDays.Coaching.Tests.Reports.Events;

namespace StrengthDays.Coaching.Tests.Reports;

/// <summary>The product's own queues in the host.</summary>
public sealed class ReportQueueTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly AlertLog _log = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_file_dropped_into_the_folder_is_a_report_that_the_plan_shows_under_the_same_tag()
    {
        await using var host = await RunningHost.StartAsync();
        var plan = await EnrolAsync(host.Services);
        var address = $"/api/plans/{host.Services.GetRequiredService<RunnerLinks>().Manage(plan, LinkGenerations.First)}";
        var before = await host.Client.GetAsync(address);
        var operation = MailKey.Of(plan, new QueuedLetter(MailKind.Welcome, 1, default)).OperationId;

        await DropAsync(host, "1.json", Json(Delivery(operation, "Delivered")));

        var after = await host.Client.GetAsync(address);
        var deliveries = (await after.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("deliveries");
        Assert.Equal(
            ["accepted", "delivered"],
            deliveries.EnumerateArray().Select(d => d.GetProperty("status").GetString()));
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    [Theory]
    [InlineData("delivery-reports", "{\"data\": \"ana@example.com\"")]
    [InlineData("delivery-reports", "%%% ana@example.com %%%")]
    [InlineData("deliveries", "{\"bucket\": \"ana@example.com\"}")]
    [InlineData("deliveries", "20270104T0530-99")]
    [InlineData("repairs", "ana@example.com")]
    [Trait("Fault", "F14")]
    public async Task What_no_function_can_handle_is_set_aside_with_an_alert_that_shows_only_a_hash(
        string queue, string text)
    {
        await using var app = Build();
        var queues = app.Services.GetRequiredService<InProcessQueues>();
        await queues.AddAsync(new QueuedMessage(queue, text, DequeueCount: 4), default);
        await queues.AddAsync(new QueuedMessage(queue, new string('x', 64 * 1024), DequeueCount: 4), default);

        await app.Services.GetRequiredService<QueueListener>().DrainAsync(default);

        var poison = Directory.GetFiles(_data[$"queues/{queue}-poison"]).Select(File.ReadAllText).ToList();
        Assert.Equal(2, poison.Count);
        Assert.Contains(text, poison);
        Assert.Equal([Alerts.Poison, Alerts.Poison], _log.Alerts);
        Assert.Contains(_log.Lines, l => l.Contains(QueueFiles.Hash(text), StringComparison.Ordinal));
        Assert.DoesNotContain(_log.Lines, l => l.Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Fault", "F11")]
    [Trait("Fault", "F12")]
    public async Task A_bucket_named_twice_sends_once_and_one_never_named_is_found_by_the_next_tick()
    {
        var clock = new ManualClock(Monday);
        var outbox = new Watched(new OutboxTransport(_data["outbox"]));
        await using var app = Build(services => services
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IMailTransport>(outbox));
        await EnrolAsync(app.Services);
        outbox.Passed.Clear();
        clock.Set(Utc("2027-01-06T05:30"));
        var tick = app.Services.GetRequiredService<Tick>();
        var lost = Assert.Single(await tick.RunAsync(default));
        clock.Set(Utc("2027-01-06T05:31"));

        var found = Assert.Single(await tick.RunAsync(default));
        app.Services.GetRequiredService<InProcessQueues>().Add("deliveries", [found, found, found]);
        await app.Services.GetRequiredService<QueueListener>().DrainAsync(default);

        Assert.Equal(lost, found);
        Assert.Single(outbox.Passed);
    }

    private WebApplication Build(Action<IServiceCollection>? replace = null) => RunningHost.Build(_data.Path, services =>
    {
        services.AddLogging(logging => logging.AddProvider(_log));
        replace?.Invoke(services);
    });

    private static async Task<PlanId> EnrolAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SignUp>().RunAsync(Ana, default);
        var person = await services.GetRequiredService<People>().FindAsync(Ana.Email, default);
        var signUp = await services.GetRequiredService<IPlanStore>().FindPlanAsync(person!.Pending!.Value, default);
        return (await services.GetRequiredService<Confirmation>().RunAsync(signUp!, default))!.Id;
    }

    /// <summary>Done when the file is gone.</summary>
    private static async Task DropAsync(RunningHost host, string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.Data, "queues", "delivery-reports"));
        var file = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(file + ".tmp", text);
        File.Move(file + ".tmp", file);
        for (var i = 0; i < 600 && File.Exists(file); i++)
            await Task.Delay(50);
        Assert.False(File.Exists(file), "Nobody took the message.");
    }
}
