using StrengthDays.Coaching;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Settings;
using StrengthDays.Functions;
using StrengthDays.Host.Http;
using StrengthDays.Host.Invocation;
using StrengthDays.Host.Queues;
using StrengthDays.Host.Timers;

namespace StrengthDays.Host;

/// <summary>The whole graph, the same for serving, simulating and testing.</summary>
internal static class StrengthDaysHost
{
    /// <param name="args">Settings as <c>--Name value</c>.</param>
    /// <param name="replace">Last word on the services, e.g. another clock.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Published output runs from any folder; Data stays relative to where the user stands.
            ContentRootPath = AppContext.BaseDirectory,
        });
        var data = DataFolder.Open(Path.GetFullPath(HostDefaults.Given(builder.Configuration, "Data") ?? "data"));
        try
        {
            return Build(builder, data, replace);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    private static WebApplication Build(
        WebApplicationBuilder builder, DataFolder data, Action<IServiceCollection>? replace)
    {
        builder.AddDefaults(data).AddQuietLogs();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services
            .AddCoaching(builder.Configuration)
            .AddFunctions()
            .AddSingleton(_ => data)
            .AddSingleton(new FunctionKey(builder.Configuration["Ops:Key"]!));
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.Services.GetRequiredService<DataFolder>();
        app.UseWholeAnswers();
        app.MapFunctions();
        app.MapOutbox(OutboxTransport.FolderIn(app.Services.GetRequiredService<DataFolder>().FullPath));
        return app;
    }

    private static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        var pipeline = new WorkerPipeline(services);
        pipeline.UseStrengthDays();
        return services
            .AddSingleton(pipeline)
            .AddSingleton(FunctionApp.Of(typeof(FunctionsPipeline).Assembly))
            .AddSingleton<FunctionRunner>()
            .AddSingleton<InProcessQueues>()
            .AddSingleton<QueueFiles>()
            .AddSingleton<QueueFailures>()
            .AddSingleton<TimerStatuses>()
            .AddSingleton<QueueListener>()
            .AddHostedService(s => s.GetRequiredService<QueueListener>())
            .AddHostedService<QueueFolderWatch>()
            .AddHostedService<TimerLoop>();
    }
}
