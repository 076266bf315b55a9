using System.Globalization;
using StrengthDays.Coaching.Emails;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

public sealed class MailComposerTests
{
    private readonly MailComposer _composer = new();

    public static TheoryData<int> EveryLetter => [.. Enumerable.Range(0, Letters.All.Length)];

    [Theory]
    [MemberData(nameof(EveryLetter))]
    [Trait("Rule", "R008")]
    public async Task Every_mail_is_one_plain_page_with_a_complete_text_part(int index)
    {
        var letter = Letters.All[index];
        MailLint.Check(await _composer.RenderAsync(letter), letter);
    }

    [Fact]
    public void Every_kind_is_among_the_letters() =>
        Assert.Equal(Enum.GetValues<MailKind>(), Letters.All.Select(l => l.Kind).Distinct().Order());

    [Fact]
    public async Task A_confirmation_is_the_same_for_everyone_but_for_its_links()
    {
        var mail = await _composer.RenderAsync(Letters.Confirm);
        var other = await _composer.RenderAsync(Letters.Confirm with { LocalDate = new DateOnly(2030, 7, 1) });
        Assert.Equal(other, mail);
        Assert.Equal(
            [Letters.Links.Confirm!.AbsoluteUri, Letters.Links.Unsubscribe.AbsoluteUri],
            MailLint.Parse(mail.Html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [Trait("Rule", "R010")]
    [InlineData("Ask a doctor first if you are pregnant, under 16, recovering from surgery")]
    [InlineData("Sharp or rising pain means stop.")]
    [InlineData("strength and conditioning coach")]
    public async Task The_welcome_says_who_should_ask_first(string words) =>
        Says(words, await TextOf(Letters.Welcome));

    [Fact]
    public async Task The_welcome_shows_every_phase_with_dates_and_sets_and_every_weekday_with_its_reason()
    {
        var text = await TextOf(Letters.Welcome);
        Says("General preparation 25 Jan to 27 Feb 3 sets", text);
        Says("Race block 28 Feb to 10 Apr 2 sets", text);
        Says("Taper 11 Apr to 18 Apr no sets", text);
        Says("Tuesday: no strength. Hard run today.", text);
        Says("Wednesday: strength. Easy run today and nothing hard tomorrow.", text);
    }

    [Fact]
    public async Task A_pause_says_what_it_does_to_the_plan_of_this_runner()
    {
        Says("The phases before Berlin Marathon stay where they are.", await TextOf(Letters.Paused));
        Says("Your plan moves on by the length of the pause.", await TextOf(Letters.PausedOpen));
    }

    [Theory]
    [Trait("Rule", "R141")]
    [Trait("Rule", "R142")]
    [InlineData("Stop when 2 to 3 clean repetitions are left or form slips; never to failure.")]
    [InlineData("Breathe out on the effort.")]
    [InlineData("Sharp or rising pain means stop.")]
    [InlineData("Run first, strength later.")]
    [InlineData("Romanian deadlift: 3 × 10 Knees soft, back straight")]
    [InlineData("3 s down, no pause, 1 s up; moderate load (two dumbbells of 8 to 10 kg); with dumbbells; rest 60 s.")]
    [InlineData("Side plank: 3 × 25 s each side")]
    [InlineData("Easier: no weight; harder: single-leg deadlift.")]
    [InlineData("Tuesday 2 February 2027 · general preparation · 41 min · 3 sets")]
    [InlineData("General preparation: 3 sets, 82 days to Berlin Marathon.")]
    public async Task A_session_says_everything_needed_to_train(string words) =>
        Says(words, await TextOf(Letters.Session));

    [Fact]
    [Trait("Rule", "R003"), Trait("Rule", "R013"), Trait("Rule", "D6")]
    public async Task One_word_on_effort_stands_in_every_session_hard_at_the_end_and_never_to_failure()
    {
        const string effort = "Effort: The last 2 to 3 repetitions may be hard. Stop when 2 to 3 clean repetitions are left "
            + "or form slips; never to failure.";

        foreach (var session in Letters.All.OfType<SessionLetter>())
            Assert.Equal(2, (await TextOf(session)).Split(effort).Length);
    }

    [Fact]
    [Trait("Rule", "R123")]
    public async Task Blocks_stand_in_training_order()
    {
        var headings = MailLint.Parse((await _composer.RenderAsync(Letters.Session)).Html)
            .QuerySelectorAll("h2").Select(h => h.TextContent);
        Assert.Equal(
            [
                "Warm-up", "Activation", "Power", "Main exercises", "Upper body", "Core", "Calves",
                "How hard, and when to stop",
            ],
            headings);
    }

    [Fact]
    public async Task What_the_reason_says_is_not_said_again()
    {
        var why = "3 sets, 82 days to Berlin Marathon. Easy run today: run first, strength later.";
        var text = await TextOf(Because(why));
        Assert.Equal(2, text.Split("82 days").Length);
        Assert.DoesNotContain("3 hours", text, StringComparison.Ordinal);
        Says("82 days to Berlin Marathon", await TextOf(Because("Today fits.")));
    }

    [Fact]
    public async Task The_doctor_is_named_once_in_the_welcome() =>
        Assert.Equal(2, (await TextOf(Letters.Welcome)).Split("Ask a doctor first").Length);

    [Fact]
    [Trait("Rule", "D9")]
    public async Task On_a_rest_day_nothing_is_said_about_a_run() =>
        Assert.DoesNotContain(
            "Run first", await TextOf(Letters.Session with { RunToday = RunDay.Rest }), StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "R052")]
    public async Task Jumps_come_with_their_warning_and_only_then()
    {
        var session = Letters.Session.Session;
        var noJumps = Letters.Session with
        {
            Session = session with { Blocks = [.. session.Blocks.Where(b => b.Kind != BlockKind.Power)] },
        };
        Says("Jump after the run", await TextOf(Letters.Session));
        Assert.DoesNotContain("Jump after the run", await TextOf(noJumps), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R126")]
    public async Task A_new_phase_in_a_session_says_how_many_sets_become_how_many() => Says(
        "New phase. Race block, 28 Feb to 10 Apr: 3 sets become 2. 6 weeks that keep the strength",
        await TextOf(Letters.PhaseInSession));

    [Fact]
    public async Task A_mail_that_did_not_come_is_owned_up_to() => Says(
        "The mail before this one did not come: the mail service could not be reached until the day was over.",
        await TextOf(Letters.PhaseInSession));

    [Fact]
    [Trait("Rule", "R128")]
    public async Task The_taper_mail_says_that_what_was_trained_usually_stays()
    {
        Says("14 days to Berlin Marathon · 2 sets become none", await TextOf(Letters.Phases));
        Says("Trained strength usually outlasts two weeks of rest.", await TextOf(Letters.Phases));
    }

    [Fact]
    public async Task Race_week_promises_silence_until_the_race_alone_and_no_mail_that_will_not_come()
    {
        Says("Until then we stay silent. Strength comes back on", await TextOf(Letters.RaceWeek));
        Says(
            "Until then we stay silent. No strength is planned for afterwards",
            await TextOf(Letters.RaceWeek with { NextSession = null }));
    }

    [Fact]
    public async Task What_a_runner_typed_is_never_markup()
    {
        var race = Letters.Marathon with { Name = "<script>x</script>\r\nBcc: all@example.com \u0001" };
        var mail = await _composer.RenderAsync(Letters.RaceWeek with
        {
            Name = "<b onclick=x>Ana</b>",
            Race = new RaceAhead(race, 6),
        });
        var page = MailLint.Parse(mail.Html);
        Assert.Empty(page.QuerySelectorAll("script, b, [onclick]"));
        Assert.Contains("Hello <b onclick=x>Ana</b>,", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Race week: 6 days to <script>x</script> Bcc: all@example.com", mail.Subject);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_culture_of_the_machine_changes_nothing(string culture)
    {
        var expected = await _composer.RenderAsync(Letters.Welcome);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(expected, await _composer.RenderAsync(Letters.Welcome));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Many_mails_at_once_come_out_the_same()
    {
        var expected = await _composer.RenderAsync(Letters.Session);
        var mails = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(() => _composer.RenderAsync(Letters.Session))));
        Assert.All(mails, mail => Assert.Equal(expected, mail));
    }

    private static SessionLetter Because(string why) =>
        Letters.Session with { Session = Letters.Session.Session with { Why = why } };

    private static void Says(string words, string text) => Assert.Contains(words, text, StringComparison.Ordinal);

    private async Task<string> TextOf(Letter letter) => MailLint.Flat((await _composer.RenderAsync(letter)).Text);
}
