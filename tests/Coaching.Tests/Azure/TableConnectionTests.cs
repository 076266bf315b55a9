using Azure;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Tests.Clients;

[Trait("Category", "Once")]
public sealed class TableConnectionTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>
{
    private const string Key = AzuriteServer.Key;

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(
        $"DefaultEndpointsProtocol=https;AccountName=days;AccountKey={Key};EndpointSuffix=core.windows.net",
        "days",
        "https://days.table.core.windows.net/")]
    [InlineData(
        $"AccountName=days;AccountKey={Key};EndpointSuffix=core.windows.net;",
        "days",
        "https://days.table.core.windows.net/")]
    [InlineData(
        $"TableEndpoint=http://127.0.0.1:9/days;AccountName=days;AccountKey={Key}", "days", "http://127.0.0.1:9/days")]
    public void A_connection_string_says_where_the_tables_are(string connectionString, string account, string uri)
    {
        var service = new TableServiceClient(connectionString);

        Assert.Equal((account, new Uri(uri)), (service.AccountName, service.Uri));
        Assert.Equal(new Uri(uri.TrimEnd('/') + "/plans"), service.GetTableClient("plans").Uri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tables")]
    [InlineData("AccountName=days")]
    [InlineData($"AccountName=days;AccountKey={Key}")]
    [InlineData($"AccountName=days;AccountName=weeks;AccountKey={Key};EndpointSuffix=core.windows.net")]
    public void A_connection_string_that_says_too_little_is_refused(string connectionString)
    {
        var e = Assert.ThrowsAny<Exception>(() => new TableServiceClient(connectionString));

        Assert.True(e is ArgumentException or InvalidOperationException);
        Assert.DoesNotContain(Key, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_and_a_key_do_as_well()
    {
        var credential = new TableSharedKeyCredential(AzuriteServer.Account, Key);
        var table = new TableServiceClient(azurite.Endpoint, credential).GetTableClient(AzuriteServer.NewTableName());

        var made = await table.CreateIfNotExistsAsync();

        Assert.Equal((204, AzuriteServer.Account), (made.GetRawResponse().Status, table.AccountName));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_until_the_right_one_is_set()
    {
        var credential = new TableSharedKeyCredential(AzuriteServer.Account, "d3Jvbmc=");
        var table = new TableClient(azurite.Endpoint, AzuriteServer.NewTableName(), credential);

        var e = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());
        credential.SetAccountKey(Key);
        var made = await table.CreateIfNotExistsAsync();

        Assert.Equal((403, 204), (e.Status, made.GetRawResponse().Status));
    }

    [Fact]
    public async Task An_entra_token_is_asked_for_the_storage_scope_and_sent()
    {
        string? authorization = null;
        await using var service = await LocalServer.StartSecureAsync(http =>
        {
            authorization = http.Request.Headers.Authorization;
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var token = new TestToken();
        var options = new TableClientOptions { Transport = TestToken.Trusting() };

        await new TableServiceClient(service.Address, token, options).GetTableClient("plans").DeleteAsync();

        Assert.Equal($"Bearer {TestToken.Value}", authorization);
        Assert.Equal("https://storage.azure.com/.default", token.Scope);
    }

    [Fact]
    public async Task An_entra_token_never_travels_in_the_clear() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new TableClient(azurite.Endpoint, "plans", new TestToken()).DeleteAsync());
}
