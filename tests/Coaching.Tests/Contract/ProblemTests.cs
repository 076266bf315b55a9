using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class ProblemTests
{
    [Fact]
    public void Bad_input_carries_its_errors_by_member()
    {
        var problem = Problem.BadInput(Filled.SignUp(Filled.With("week.friday", "\"nap\"")).Errors);

        Assert.Equal(
            """
            {"type":"about:blank","title":"Bad Request","status":400,
            "detail":"Nothing was changed. Please correct: week.friday.",
            "errors":{"week.friday":["week.friday must be one of rest, easy, hard, long, cross."]}}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(problem.ToJson()));
    }

    [Fact]
    public void A_single_mistake_outside_a_questionnaire_reads_the_same() => Assert.Equal(
        ["answer must be one of done, pain."],
        Problem.BadInput("answer", "must be one of done, pain.").Errors.ByMember["answer"].AsEnumerable());

    public static TheoryData<Problem, int, string> Others { get; } = new()
    {
        { Problem.NotFound(), 404, "Not Found" },
        { Problem.Conflict("Tomorrow is hard."), 409, "Conflict" },
        { Problem.Outdated(), 412, "Precondition Failed" },
        { Problem.TooLarge(), 413, "Payload Too Large" },
        { Problem.TooMany(TimeSpan.FromSeconds(0.2)), 429, "Too Many Requests" },
        { Problem.Of(503, "The store cannot be reached."), 503, "Service Unavailable" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_problem_has_type_title_status_detail_and_errors(Problem problem, int status, string title)
    {
        var json = JsonNode.Parse(problem.ToJson())!.AsObject();

        Assert.Equal(["type", "title", "status", "detail", "errors"], json.Select(m => m.Key));
        Assert.Equal(status, json["status"]!.GetValue<int>());
        Assert.Equal(title, json["title"]!.GetValue<string>());
        Assert.Empty(json["errors"]!.AsObject());
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(1.2, "2")]
    [InlineData(86_400, "86400")]
    public async Task Too_many_requests_say_in_whole_seconds_when_to_come_back(double seconds, string header)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };

        await Problem.TooMany(TimeSpan.FromSeconds(seconds)).ExecuteAsync(http);

        Assert.Equal((429, header), (http.Response.StatusCode, http.Response.Headers.RetryAfter.ToString()));
        Assert.Equal("application/problem+json", http.Response.ContentType);
        Assert.Equal(http.Response.ContentLength, http.Response.Body.Length);
    }
}
