namespace StrengthDays.Host;

/// <summary>What this host obeys of <c>host.json</c>, the file the Azure host reads.</summary>
internal sealed record HostJson(string RoutePrefix, QueueRules Queues)
{
    public static HostJson Read(string folder)
    {
        var extensions = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(folder, "host.json"), optional: false)
            .Build()
            .GetSection("extensions");
        return new(
            extensions["http:routePrefix"] ?? "api",
            extensions.GetSection("queues").Get<QueueRules>() ?? new QueueRules());
    }
}

/// <summary>Names and defaults of the storage queues extension.</summary>
internal sealed record QueueRules
{
    public int BatchSize { get; init; } = 16;

    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Attempts before a message goes to its poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a failed message stays hidden.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Messages of one queue in work at once.</summary>
    public int Concurrency => BatchSize + NewBatchThreshold;
}
