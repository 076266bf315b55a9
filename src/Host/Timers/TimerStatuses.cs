using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Host.Timers;

/// <summary>When each monitored timer last ran and should run next, so that a run missed while the host was off is made up for.</summary>
internal sealed class TimerStatuses(DataFolder data)
{
    public ScheduleStatus? Find(string function) =>
        data.ReadText(FileOf(function)) is { } json ? JsonSerializer.Deserialize<ScheduleStatus>(json) : null;

    public void Write(string function, ScheduleStatus status) =>
        data.WriteText(FileOf(function), JsonSerializer.Serialize(status));

    private static string FileOf(string function) => Path.Combine("timers", function + ".json");
}
