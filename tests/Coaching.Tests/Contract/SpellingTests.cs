using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class SpellingTests
{
    private static readonly string[] Known = ["sendAt", "startOn", "minutes", "box-jump", "a"];

    [Theory]
    [InlineData("sentAt", "sendAt")]
    [InlineData("SENDAT", "sendAt")]
    [InlineData("sendat", "sendAt")]
    [InlineData("minute", "minutes")]
    [InlineData("start_on", "startOn")]
    [InlineData("boxjumps", "box-jump")]
    [InlineData("A", "a")]
    [InlineData("weight", null)]
    [InlineData("b", null)]
    [InlineData("", null)]
    [InlineData("sendAtSendAtSendAt", null)]
    public void The_nearest_name_is_offered_when_it_is_near(string word, string? nearest) =>
        Assert.Equal(nearest, Spelling.Nearest(word, Known));

    [Fact]
    public void A_very_long_word_is_near_nothing() => Assert.Null(Spelling.Nearest(new string('x', 60_000), Known));
}
