namespace Azure.Data.Tables;

/// <summary>Asks for a page when the one before it has been read.</summary>
internal sealed class EntityPages<T>(Func<string?, int?, Task<Page<T>>> fetch, int? pageSize) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var more = continuationToken is not "";
        while (more)
        {
            var page = await fetch(continuationToken, pageSizeHint ?? pageSize);
            yield return page;
            continuationToken = page.ContinuationToken;
            more = !string.IsNullOrEmpty(continuationToken);
        }
    }
}
