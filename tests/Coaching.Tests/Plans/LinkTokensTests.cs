using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Plans;

public sealed class LinkTokensTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 6, 30, 0, TimeSpan.Zero);
    private static readonly LinkClaim Manage = new(PlanId.New(), LinkPurpose.Manage, 513);

    private readonly ManualClock _clock = new(Now);

    [Fact]
    public void A_token_says_what_was_written_in_75_characters()
    {
        var token = Tokens().Write(Manage);

        Assert.Equal(75, token.Length);
        Assert.Matches(@"\A[A-Za-z0-9_-]+\z", token);
        Assert.Equal(Manage, Tokens().Read(token, LinkPurpose.Manage));
    }

    [Fact]
    public void The_same_claim_always_gives_the_same_token() =>
        Assert.Equal(Tokens().Write(Manage), Tokens().Write(Manage));

    [Theory]
    [InlineData(LinkPurpose.Confirm)]
    [InlineData(LinkPurpose.Unsubscribe)]
    [InlineData(LinkPurpose.Calendar)]
    public void A_token_opens_nothing_but_its_own_purpose(LinkPurpose other) =>
        Assert.Null(Tokens().Read(Tokens().Write(Manage), other));

    [Fact]
    public void A_token_expires_at_its_second()
    {
        var token = Tokens().Write(Manage with { Expires = Now.AddDays(7) });

        _clock.Set(Now.AddDays(7).AddSeconds(-1));
        var before = Tokens().Read(token, LinkPurpose.Manage);
        _clock.Set(Now.AddDays(7));

        Assert.Equal(Now.AddDays(7), before?.Expires);
        Assert.Null(Tokens().Read(token, LinkPurpose.Manage));
    }

    [Fact]
    public void A_token_with_any_character_changed_is_not_ours()
    {
        var token = Tokens().Write(Manage);
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'Q' : 'A') + token[(i + 1)..];
            Assert.True(Tokens().Read(changed, LinkPurpose.Manage) is null, $"Character {i}");
        }
    }

    [Theory]
    [InlineData(">")]
    [InlineData(".")]
    [InlineData(">.")]
    [InlineData(" \r\n")]
    public void Characters_that_mail_clients_glue_to_the_end_are_forgiven(string glue) =>
        Assert.NotNull(Tokens().Read(Tokens().Write(Manage) + glue, LinkPurpose.Manage));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("../../etc/passwd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ")]
    [InlineData("AAAA AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_not_ours(string text) => Assert.Null(Tokens().Read(text, LinkPurpose.Manage));

    [Fact]
    public void A_cut_off_token_is_not_ours() =>
        Assert.Null(Tokens().Read(Tokens().Write(Manage)[..^1], LinkPurpose.Manage));

    [Fact]
    public void An_upper_cased_token_is_not_ours() =>
        Assert.Null(Tokens().Read(Tokens().Write(Manage).ToUpperInvariant(), LinkPurpose.Manage));

    [Fact]
    public void Links_of_the_previous_key_still_open_until_it_is_removed()
    {
        var old = Tokens("old").Write(Manage);

        Assert.NotNull(Tokens("new", "old").Read(old, LinkPurpose.Manage));
        Assert.Null(Tokens("new").Read(old, LinkPurpose.Manage));
        Assert.NotEqual(old, Tokens("new", "old").Write(Manage));
    }

    private LinkTokens Tokens(string key = "a key", string? previous = null) =>
        new(new LinkKeys(key, previous), _clock);
}
