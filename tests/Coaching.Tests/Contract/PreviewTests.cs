using System.Net.Http.Headers;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>The samples over HTTP, as whoever tries the product first sends them.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Every_sample_gives_its_plan_and_the_same_bytes_every_time()
    {
        await using var host = await RunningHost.StartAsync();

        foreach (var name in Samples.Names)
            Assert.Equal(await PlanAsync(host, name), await PlanAsync(host, name));
    }

    private static async Task<byte[]> PlanAsync(RunningHost host, string sample)
    {
        using var body = new ByteArrayContent(Samples.Read(sample));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await host.Client.PostAsync("/api/plans/preview", body);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
