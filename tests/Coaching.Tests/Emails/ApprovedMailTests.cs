using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>
/// Every kind of mail as a runner reads it, kept as text and as HTML so that a person can read what a change does to it.
/// </summary>
public sealed class ApprovedMailTests
{
    private static readonly (string Name, Letter Letter)[] Mails =
    [
        ("confirm", Letters.Confirm), ("welcome", Letters.Welcome), ("session", Letters.Session),
        ("session-new-phase", Letters.PhaseInSession), ("session-restart", Letters.RestartInSession),
        ("phase", Letters.Phases), ("race-week", Letters.RaceWeek), ("restart", Letters.Restart),
        ("look-ahead", Letters.LookAhead), ("primer", Letters.Primer), ("paused", Letters.Paused),
        ("paused-open", Letters.PausedOpen), ("resumed", Letters.Resumed),
    ];

    public static TheoryData<string> Names => [.. Mails.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mail_reads_as_approved(string name)
    {
        var mail = await new MailComposer().RenderAsync(Mails.Single(m => m.Name == name).Letter);

        Approval.Check(name, $"Subject: {mail.Subject}\n\n{mail.Text}");
        Approval.Check(name, mail.Html, "html");
    }

    [Fact]
    public void Every_kind_is_approved() =>
        Assert.Equal(Enum.GetValues<MailKind>().Order(), Mails.Select(m => m.Letter.Kind).Distinct().Order());

    [Fact]
    public void A_difference_shows_only_the_lines_that_changed() => Assert.Equal(
        "line 2:\n- b\n+ x\n+ y",
        Approval.Difference(["a", "b", "c"], ["a", "x", "y", "c"]));
}
