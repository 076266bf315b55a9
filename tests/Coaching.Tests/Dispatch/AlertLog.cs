using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StrengthDays.Coaching.Tests.Dispatch;

/// <summary>What an operator would be woken by, and everything that was logged.</summary>
internal sealed class AlertLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<int> Alerts { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        if (eventId.Id is Coaching.Dispatch.Alerts.Expired or Coaching.Dispatch.Alerts.Failed
            or Coaching.Dispatch.Alerts.Unknown or Coaching.Dispatch.Alerts.Parked
            or Coaching.Dispatch.Alerts.TransportDown or Coaching.Dispatch.Alerts.Poison)
            Alerts.Enqueue(eventId.Id);
    }

    public void Dispose()
    {
    }
}
