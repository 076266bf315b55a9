using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>
/// What strangers send (section 4.4), over HTTP: the right status, one problem in clear words, nothing stored, nothing
/// mailed, and neither an address nor a token in any log.
/// </summary>
public sealed class BadRequestTests : IAsyncLifetime
{
    private const string Json = "application/json";
    private readonly AlertLog _log = new();
    private RunningHost _host = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(services => services
            .AddSingleton<TimeProvider>(new ManualClock(Filled.Now))
            .AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace)));
        await Get<SignUp>().RunAsync(Runners.Ana, default);
        var id = (await Get<People>().FindAsync(Runners.Ana.Email, default))!.Pending!.Value;
        var plan = await Get<IPlanStore>().FindPlanAsync(id, default);
        await Get<Confirmation>().RunAsync(plan!, default);
        _token = Get<RunnerLinks>().Manage(id, LinkGenerations.First);
        await Get<MailTally>().FlushAsync(default);
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    /// <summary>Bodies, each with its content type and what it is answered.</summary>
    public static TheoryData<string, string, string, int> Bodies() => new()
    {
        { "nothing", "", Json, 400 },
        { "no JSON", "week=monday", Json, 400 },
        { "half an object", """{ "week": """, Json, 400 },
        { "a list", "[]", Json, 400 },
        { "a word", "null", Json, 400 },
        { "a trailing comma", """{ "minutes": 45, }""", Json, 400 },
        { "a comment", """{ /* hi */ "minutes": 45 }""", Json, 400 },
        { "17 levels", new string('[', 17) + new string(']', 17), Json, 400 },
        { "10,000 levels", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)), Json, 400 },
        { "a member twice", """{ "minutes": 45, "minutes": 45 }""", Json, 400 },
        { "an unknown member", """{ "isAdmin": true }""", Json, 400 },
        { "a number beyond all", """{ "minutes": 1e999 }""", Json, 400 },
        { "two recipients", Filled.With("email", "\"eve@evil.example,bob@evil.example\""), Json, 400 },
        { "a second header", Filled.With("email", "\"eve@evil.example\\r\\nBcc: bob@evil.example\""), Json, 400 },
        { "a name with a link", Filled.With("name", "\"win at http://evil.example\""), Json, 400 },
        { "a name of 1 MB", Filled.With("name", $"\"{new string('x', 1_000_000)}\""), Json, 413 },
        { "100 KB of spaces", new string(' ', 100_000), Json, 413 },
        { "a path for a zone", Filled.With("timeZone", "\"../../etc/passwd\""), Json, 400 },
        { "a query", Filled.With("avoid", "[\"' or 1 eq 1\"]"), Json, 400 },
        { "no consent", Filled.With("consent", "false"), Json, 400 },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_sign_up_that_makes_no_sense_is_refused_and_leaves_no_trace(
        string what, string body, string type, int status)
    {
        var before = StoreDump.Of(_host.Data);

        var answer = await SendAsync("POST", "/api/plans", body, type);

        await AssertProblemAsync(answer, status, what);
        Assert.Equal(before, StoreDump.Of(_host.Data));
        AssertQuiet();
    }

    [Theory]
    [InlineData("PATCH", "", """{ "email": "eve@evil.example" }""", 400)]
    [InlineData("PATCH", "", """{ "week": { "friday": "fast" } }""", 400)]
    [InlineData("PATCH", "", "[]", 400)]
    [InlineData("PATCH", "", "", 400)]
    [InlineData("POST", "/pause", """{ "from": "2020-01-01" }""", 400)]
    [InlineData("POST", "/pause", """{ "from": "2027-02-01", "to": "2027-01-01" }""", 400)]
    [InlineData("POST", "/pause", """{ "until": "2027-01-01" }""", 400)]
    [InlineData("POST", "/sessions/2027-01-06/feedback", """{ "answer": "great" }""", 400)]
    [InlineData("POST", "/sessions/2027-01-06/feedback", "", 400)]
    [InlineData("POST", "/sessions/2027-02-30/skip", "", 400)]
    [InlineData("POST", "/sessions/someday/skip", "", 400)]
    [InlineData("POST", "/sessions/2027-01-06/move", """{ "to": "never" }""", 400)]
    [InlineData("POST", "/sessions/%2F..%2F/skip", "", 400)]
    public async Task A_change_that_makes_no_sense_is_refused_and_changes_nothing(
        string method, string path, string body, int status)
    {
        var before = StoreDump.Of(_host.Data);

        var answer = await SendAsync(method, $"/api/plans/{_token}{path}", body, Json);

        await AssertProblemAsync(answer, status, path);
        Assert.Equal(before, StoreDump.Of(_host.Data));
        AssertQuiet();
    }

    /// <summary>As mail clients, proxies and attackers change a link.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("short")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("'%20or%201%20eq%201")]
    [InlineData("%00")]
    [InlineData("%E2%80%AE")]
    [InlineData("upper")]
    [InlineData("cut")]
    [InlineData("spaces")]
    [InlineData("long")]
    public async Task A_link_that_is_not_ours_gets_one_and_the_same_answer(string damage)
    {
        var token = damage switch
        {
            "upper" => _token.ToUpperInvariant(),
            "cut" => _token[..60],
            "spaces" => _token.Insert(30, "%20"),
            "long" => _token + new string('A', 4_000),
            _ => damage,
        };

        var answer = await SendAsync("GET", $"/api/plans/{token}", null, Json);

        Assert.Contains((int)answer.StatusCode, new[] { 400, 404, 405 });
        Assert.DoesNotContain("example.com", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertQuiet();
    }

    [Fact]
    public async Task What_is_glued_to_a_link_is_forgiven()
    {
        foreach (var glue in new[] { ".", "%3E", "?fbclid=1", "?" })
            Assert.Equal(200, (int)(await SendAsync("GET", $"/api/plans/{_token}{glue}", null, Json)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_says_it_is_no_json_is_refused_by_that_name()
    {
        foreach (var type in (string[])["application/xml", "text/csv", "multipart/form-data; boundary=x", "image/png"])
            await AssertProblemAsync(await SendAsync("POST", "/api/plans", Filled.InFull, type), 415, type);
        Assert.Equal(200, (int)(await SendAsync("POST", $"/api/plans/{_token}/resume", "", "text/xml")).StatusCode);
    }

    [Fact]
    public async Task A_body_whose_type_nobody_chose_is_read_for_what_it_is()
    {
        foreach (var type in (string[])["application/json; charset=\"UTF-8\"", "application/merge-patch+json",
            "text/plain; charset=utf-8", "application/octet-stream", "application/x-www-form-urlencoded"])
            Assert.Equal(202, (int)(await SendAsync("POST", "/api/plans", Filled.InFull, type)).StatusCode);
        Assert.Equal(202, (int)(await SendAsync("POST", "/api/plans", "\uFEFF" + Filled.InFull, Json)).StatusCode);
        using var untold = new ByteArrayContent(Encoding.UTF8.GetBytes(Filled.InFull));
        Assert.Equal(202, (int)(await _host.Client.PostAsync("/api/plans", untold)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_was_packed_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, true))
            zip.Write(new byte[10_000_000]);
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");

        var answer = await _host.Client.PostAsync("/api/plans", content);

        await AssertProblemAsync(answer, 400, "gzip");
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body, string type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return await _host.Client.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, int status, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{what}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    /// <summary>I10, with every logger of the server open as far as it goes.</summary>
    private void AssertQuiet() => Assert.DoesNotContain(_log.Lines, line =>
        line.Contains("@example", StringComparison.OrdinalIgnoreCase)
        || line.Contains("@evil", StringComparison.OrdinalIgnoreCase)
        || (line.Contains(_token, StringComparison.Ordinal) && !IsOfTheServer(line)));

    // The product switches these off, and the test switched everything on: what the web server itself would say.
    private static bool IsOfTheServer(string line) => line.StartsWith("Trace", StringComparison.Ordinal)
        || line.StartsWith("Debug", StringComparison.Ordinal);

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}
