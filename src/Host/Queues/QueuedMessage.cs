namespace StrengthDays.Host.Queues;

/// <param name="Queue">Where it waits.</param>
/// <param name="Text">What the sender put in.</param>
/// <param name="DequeueCount">How often it was handed out already.</param>
/// <param name="File">The file it came from; null when it lives only in memory.</param>
internal sealed record QueuedMessage(string Queue, string Text, int DequeueCount = 0, string? File = null);
