using System.Globalization;

namespace Azure.Data.Tables;

/// <param name="Filter">OData filter, null for every row.</param>
/// <param name="Select">Names joined by commas, null for all.</param>
/// <param name="PageSize">Null for the service's 1000.</param>
internal sealed record TableQuery(string? Filter, string? Select, int? PageSize)
{
    public string? Top => PageSize?.ToString(CultureInfo.InvariantCulture);

    public static string? Joined(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);
}
