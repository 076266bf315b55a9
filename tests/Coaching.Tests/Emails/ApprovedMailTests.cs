using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>
/// Five mails as a runner reads them, kept as text so that a coach can read what a change does to them.
/// </summary>
public sealed class ApprovedMailTests
{
    [Fact]
    public Task The_confirmation_reads_as_approved() => Check("confirm", Letters.Confirm);

    [Fact]
    public Task The_welcome_reads_as_approved() => Check("welcome", Letters.Welcome);

    [Fact]
    public Task A_session_reads_as_approved() => Check("session", Letters.Session);

    [Fact]
    public Task A_session_that_begins_a_phase_reads_as_approved() => Check("session-new-phase", Letters.PhaseInSession);

    [Fact]
    public Task Race_week_reads_as_approved() => Check("race-week", Letters.RaceWeek);

    [Fact]
    public void A_difference_shows_only_the_lines_that_changed() => Assert.Equal(
        "line 2:\n- b\n+ x\n+ y",
        Approval.Difference(["a", "b", "c"], ["a", "x", "y", "c"]));

    private static async Task Check(string name, Letter letter)
    {
        var mail = await new MailComposer().RenderAsync(letter);
        Approval.Check(name, $"Subject: {mail.Subject}\n\n{mail.Text}");
    }
}
