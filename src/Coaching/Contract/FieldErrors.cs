using System.Collections.Immutable;

namespace StrengthDays.Coaching.Contract;

/// <summary>What is wrong with a request, by path of the member: <c>week.friday</c>, <c>races[0].date</c>.</summary>
public sealed class FieldErrors
{
    /// <summary>Path of the body as a whole.</summary>
    public const string Body = "$";

    // A body of 64 KB can hold thousands of mistakes; nobody reads more than a page of them.
    private const int Most = 50;

    private readonly OrderedDictionary<string, ImmutableArray<string>> _messages = new(StringComparer.Ordinal);

    public bool Any => _messages.Count > 0;

    /// <summary>Messages by path, in the order they were found.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> ByMember => _messages;

    /// <summary>Whether further members would be left out: no need to look for their mistakes.</summary>
    internal bool IsFull => _messages.Count >= Most;

    /// <param name="path">The member.</param>
    /// <param name="complaint">What would be accepted, to be read after the member's name.</param>
    public void Add(string path, string complaint)
    {
        var sentence = Sentence(path, complaint);
        if (!_messages.TryGetValue(path, out var earlier) && !IsFull)
            _messages.Add(path, [sentence]);
        else if (!earlier.IsDefault && !earlier.Contains(sentence))
            _messages[path] = earlier.Add(sentence);
    }

    private static string Sentence(string path, string complaint) => path == Body ? complaint : $"{path} {complaint}";
}
