using System.Text;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("", "The body is empty. Send one JSON object.")]
    [InlineData(" \r\n\t", "The body is empty.")]
    [InlineData("\uFEFF", "The body is empty.")]
    [InlineData("null", "The body must be one JSON object.")]
    [InlineData("[]", "The body must be one JSON object.")]
    [InlineData("\"week\"", "The body must be one JSON object.")]
    [InlineData("week=monday", "not valid JSON (line 1, byte 1)")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{\n\"week\": }", "not valid JSON (line 2, byte 9)")]
    [InlineData("""{"minutes":45,}""", "without comments or trailing commas")]
    [InlineData("""{"minutes":45} {}""", "not valid JSON")]
    [InlineData("""{"minutes":45} x""", "not valid JSON")]
    [InlineData("""{"minutes":/* long */45}""", "not valid JSON")]
    [InlineData("""{"minutes":NaN}""", "not valid JSON")]
    [InlineData("""{'minutes':45}""", "not valid JSON")]
    [InlineData("""{"name":"\ud83d"}""", "half of a surrogate pair")]
    [InlineData("""{"\udc00":1}""", "half of a surrogate pair")]
    public void A_body_that_is_no_JSON_object_is_refused_as_a_whole(string body, string complaint) =>
        AssertRefused(Encoding.UTF8.GetBytes(body), complaint);

    [Fact]
    public void Latin1_is_refused() =>
        AssertRefused(Encoding.Latin1.GetBytes("""{"name":"Jörg"}"""), "The body is not UTF-8.");

    [Fact]
    public void UTF16_is_refused() =>
        AssertRefused(Encoding.Unicode.GetBytes("""{"name":"Jörg"}"""), "The body is not");

    [Fact]
    public void Sixteen_levels_are_read_and_one_more_is_refused()
    {
        Assert.Contains("x", Filled.Preview(Nested(16)).Errors.ByMember.Keys);
        AssertRefused(Encoding.UTF8.GetBytes(Nested(17)), "At most 16 levels are accepted.");
        AssertRefused(Encoding.UTF8.GetBytes(Nested(10_000)), "At most 16 levels are accepted.");
    }

    private static string Nested(int levels) =>
        $$"""{"x":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

    private static void AssertRefused(byte[] body, string complaint)
    {
        var result = QuestionnaireReader.ReadSignUp(body, Filled.Now);
        Assert.Null(result.Value);
        var (path, messages) = Assert.Single(result.Errors.ByMember);
        Assert.Equal(FieldErrors.Body, path);
        Assert.Contains(complaint, Assert.Single(messages), StringComparison.Ordinal);
    }
}
