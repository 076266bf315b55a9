using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Host.Invocation;

namespace StrengthDays.Coaching.Tests.Host;

/// <summary>The host's machinery over the sample functions, on a clock of the test's own.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2027, 3, 28, 0, 55, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    public SampleHost(TempFolder data, ManualClock clock) => _app = RunningHost.Build(data.Path, services => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(Work)
        .AddSingleton(FunctionApp.Of(typeof(SampleHost).Assembly)));

    public SampleWork Work { get; } = new();

    public T Get<T>()
        where T : notnull =>
        _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
