using Azure.Data.Tables;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>Single rows.</summary>
internal static class TableRows
{
    /// <summary>The row with these keys, or null.</summary>
    public static async Task<TableEntity?> FindAsync(
        this TableClient table, string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, null, cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
