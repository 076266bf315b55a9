using System.Collections.Concurrent;
using System.Threading.Channels;

namespace StrengthDays.Host.Queues;

/// <summary>
/// Queues in memory, with the promise of storage queues: a message is handed out until one run of its function
/// succeeds. What is still in memory when the process ends is lost; the product's messages are only hints, and work
/// that must not be lost waits in the store or in a file.
/// </summary>
internal sealed class InProcessQueues
{
    /// <summary>
    /// A queue this long means that nobody works on it: better to fail the sender, who will come again.
    /// </summary>
    public const int Longest = 10_000;

    private readonly ConcurrentDictionary<string, Channel<QueuedMessage>> _queues = new(StringComparer.Ordinal);

    public ChannelReader<QueuedMessage> Reader(string queue) => Queue(queue).Reader;

    /// <exception cref="InvalidOperationException">The queue is full; the messages before are in it.</exception>
    public void Add(string queue, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (!Queue(queue).Writer.TryWrite(new(queue, text)))
                throw new InvalidOperationException($"Queue {queue} is full.");
        }
    }

    /// <summary>Puts a message in, again or for the first time, as soon as there is room.</summary>
    public ValueTask AddAsync(QueuedMessage message, CancellationToken cancellationToken) =>
        Queue(message.Queue).Writer.WriteAsync(message, cancellationToken);

    private Channel<QueuedMessage> Queue(string name) =>
        _queues.GetOrAdd(name, _ => Channel.CreateBounded<QueuedMessage>(Longest));
}
