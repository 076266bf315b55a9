namespace Azure.Data.Tables;

/// <summary>Where the next page starts, as text: both keys with a space between, either may be missing.</summary>
internal static class Continuation
{
    /// <summary>Null after the last page. A page may be short, or empty, and still have one.</summary>
    public static string? From(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey);
        return partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
    }

    public static (string? PartitionKey, string? RowKey) Parse(string? token)
    {
        if (token is null or { Length: <= 1 })
            return (null, null);
        var keys = token.Split(' ', 2);
        return (keys[0], keys.ElementAtOrDefault(1) is { Length: > 0 } rowKey ? rowKey : null);
    }
}
