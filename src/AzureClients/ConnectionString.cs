namespace StrengthDays.AzureClients;

/// <summary>Pairs such as <c>AccountName=a;AccountKey=b==</c>; names ignore case.</summary>
internal static class ConnectionString
{
    private const StringSplitOptions NotEmpty =
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <exception cref="InvalidOperationException">It is not such a list; the message does not repeat it.</exception>
    public static Dictionary<string, string> Parse(string connectionString)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var segment in connectionString.Split(';', NotEmpty))
        {
            var equals = segment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new InvalidOperationException("Connection string has a segment without a name and a value.");
            var name = segment[..equals].Trim();
            if (!pairs.TryAdd(name, segment[(equals + 1)..].Trim()))
                throw new InvalidOperationException($"Duplicate keyword '{name}' in connection string.");
        }

        return pairs;
    }

    /// <exception cref="InvalidOperationException">The pair is missing.</exception>
    public static string Required(this Dictionary<string, string> pairs, string name) =>
        pairs.TryGetValue(name, out var value)
            ? value
            : throw new InvalidOperationException($"Required keyword '{name}' is missing in connection string.");
}
