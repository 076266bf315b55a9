using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Host.Timers;

/// <summary>
/// When each monitored timer last ran and should run next, so that a run missed while the host was off is made up for.
/// </summary>
internal sealed partial class TimerStatuses(DataFolder data, ILogger<TimerStatuses> logger)
{
    /// <summary>Null when the timer never ran here, or when its file cannot be understood.</summary>
    public ScheduleStatus? Find(string function)
    {
        try
        {
            return data.ReadText(FileOf(function)) is { } json
                ? JsonSerializer.Deserialize<ScheduleStatus>(json)
                : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>A full disk must not end a schedule: the next write may succeed.</summary>
    public void Write(string function, ScheduleStatus status)
    {
        try
        {
            data.WriteText(FileOf(function), JsonSerializer.Serialize(status));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(logger, function, e);
        }
    }

    private static string FileOf(string function) => Path.Combine("timers", function + ".json");

    private static partial class Log
    {
        [LoggerMessage(21, LogLevel.Warning, "{Function}: its last run could not be noted")]
        public static partial void NotKept(ILogger logger, string function, Exception failure);
    }
}
