using StrengthDays.Coaching.Mail;

namespace StrengthDays.Coaching.Tests.Life;

/// <summary>
/// From answers to consequences: the README's table, line by line. Mondays and Thursdays; foundation ends on 24 January
/// 2027, then general preparation, with its first easy week from 1 March, and from 18 July the race-block.
/// </summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task Done_changes_nothing_to_come()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-01");
        var before = await ana.PlanAsync();

        var done = await ana.AnswerAsync("2027-02-01", "done");

        Assert.Equal(before.From("2027-01-04"), done.From("2027-01-04"));
        Assert.Equal(before.Phases, done.Phases);
    }

    [Fact]
    [Trait("Rule", "R138")]
    public async Task Too_easy_takes_one_step_more_from_that_weekdays_next_session_on()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-01");
        var before = await ana.PlanAsync();

        var easy = await ana.AnswerAsync("2027-02-01", "too-easy");
        await ana.GoToAsync("2027-02-08");

        Assert.Equal(before.Doses("2027-02-15"), easy.Doses("2027-02-08"));
        Assert.Equal(before.Doses("2027-02-22"), easy.Doses("2027-02-15"));
        Assert.NotEqual(before.Doses("2027-02-08"), easy.Doses("2027-02-08"));
        Assert.Equal(before.Doses("2027-02-04"), easy.Doses("2027-02-04"));
        Assert.Equal(easy.Doses("2027-02-08"), (await ana.PlanAsync()).Doses("2027-02-08"));
    }

    [Fact]
    [Trait("Rule", "R138")]
    public async Task Too_hard_repeats_that_weekdays_session_as_it_was()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-01");
        var before = await ana.PlanAsync();

        var hard = await ana.AnswerAsync("2027-02-01", "too-hard");
        await ana.GoToAsync("2027-02-08");

        Assert.Equal(before.Doses("2027-02-01"), hard.Doses("2027-02-08"));
        Assert.Equal(before.Doses("2027-02-08"), hard.Doses("2027-02-15"));
        Assert.NotEqual(before.Doses("2027-02-08"), hard.Doses("2027-02-08"));
        Assert.Equal(before.Doses("2027-02-04"), hard.Doses("2027-02-04"));
        Assert.Equal(hard.Doses("2027-02-08"), (await ana.PlanAsync()).Doses("2027-02-08"));
    }

    [Fact]
    [Trait("Rule", "R126")]
    public async Task In_the_race_block_too_easy_changes_nothing_and_too_hard_takes_one_step_back()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-07-19");
        var before = await ana.PlanAsync();

        var easy = await ana.AnswerAsync("2027-07-19", "too-easy");
        var hard = await ana.AnswerAsync("2027-07-19", "too-hard");

        Assert.Equal(before.From("2027-07-20"), easy.From("2027-07-20"));
        Assert.Equal(before.Doses("2027-07-12"), before.Doses("2027-07-26"));
        Assert.Equal(before.Doses("2027-07-05"), hard.Doses("2027-07-26"));
        Assert.NotEqual(before.Doses("2027-07-26"), hard.Doses("2027-07-26"));
    }

    [Theory]
    [Trait("Rule", "R126")]
    [InlineData("done")]
    [InlineData("too-easy")]
    [InlineData("too-hard")]
    [InlineData("pain")]
    public async Task No_answer_ever_changes_a_phase_or_its_sets(string answer)
    {
        await using var ana = await Trainee.StartAsync();
        var phases = (await ana.PlanAsync()).Phases;
        foreach (var date in (string[])["2027-01-04", "2027-01-28", "2027-02-15", "2027-07-19", "2027-08-02"])
        {
            await ana.GoToAsync(date);
            Assert.Equal(phases, (await ana.AnswerAsync(date, answer)).Phases);
        }

        var plan = await ana.PlanAsync();
        Assert.All(plan.Dates.Where(d => d.StartsWith("2027-08", StringComparison.Ordinal)), d => Assert.All(
            plan.Exercises(d).Where(e => e.Block != "activation"),
            e => Assert.Equal(2, e.Exercise.GetProperty("sets").GetInt32())));
    }

    [Theory]
    [Trait("Rule", "R126")]
    [InlineData("too-easy")]
    [InlineData("too-hard")]
    public async Task An_answer_about_a_moved_session_counts_for_its_own_weekday(string answer)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-01-30");
        var before = await ana.PlanAsync();
        await ana.MoveAsync("2027-02-01", "2027-02-02");
        await ana.GoToAsync("2027-02-02");

        var after = await ana.AnswerAsync("2027-02-02", answer);

        Assert.Equal(
            before.Doses(answer == "too-easy" ? "2027-02-15" : "2027-02-01"), after.Doses("2027-02-08"));
    }

    [Theory]
    [Trait("Rule", "R104")]
    [InlineData("main", "posterior-chain")]
    [InlineData("core", "core")]
    public async Task Pain_of_an_exercise_swaps_it_by_movement_and_the_next_mails_say_whom_to_see(
        string block, string category)
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-15");
        var before = await ana.PlanAsync();
        var exercise = before.Exercises("2027-02-15").First(e => e.Block == block).Exercise;
        var (id, name) = (exercise.GetProperty("exercise").GetString()!, exercise.GetProperty("name").GetString()!);

        var hurt = await ana.FeedbackAsync("2027-02-15", $$"""{ "answer": "pain", "exercise": "{{id}}" }""");
        await ana.GoToAsync("2027-02-25");

        Assert.All(hurt.Dates.Where(d => Days.IsAfter(d, "2027-02-15")), d => Assert.DoesNotContain(id, hurt.Ids(d)));
        var instead = Assert.Single(hurt.Ids("2027-02-22").Except(before.Ids("2027-02-22")));
        Assert.Equal(
            (block, category),
            hurt.Exercises("2027-02-22").Where(e => e.Exercise.GetProperty("exercise").GetString() == instead)
                .Select(e => (e.Block, e.Exercise.GetProperty("category").GetString())).Single());
        Assert.Contains(hurt.Notices, n => IsAdvice(n, name));
        Assert.All(["2027-02-18", "2027-02-22"], d => Assert.True(IsAdvice(Text(ana.MailOf(d)), name)));
        Assert.False(IsAdvice(Text(ana.MailOf("2027-02-25")), name));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public async Task Pain_changes_nothing_that_was_sent()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-15");
        var before = await ana.PlanAsync();

        var hurt = await ana.FeedbackAsync(
            "2027-02-08", $$"""{ "answer": "pain", "exercise": "{{before.Ids("2027-02-08")[0]}}" }""");

        Assert.Equal(before.Doses("2027-02-08"), hurt.Doses("2027-02-08"));
        Assert.Equal(before.Doses("2027-02-15"), hurt.Doses("2027-02-15"));
        Assert.NotEqual(before.Doses("2027-02-22"), hurt.Doses("2027-02-22"));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public async Task Pain_without_a_name_gives_a_week_at_body_weight_and_says_so()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-15");
        var before = await ana.PlanAsync();

        var hurt = await ana.AnswerAsync("2027-02-15", "pain");
        await ana.GoToAsync("2027-02-25");

        foreach (var date in (string[])["2027-02-18", "2027-02-22"])
        {
            Assert.True(hurt.IsAtBodyWeight(date));
            Assert.StartsWith("Something hurt: a week at body weight first", hurt.Why(date), StringComparison.Ordinal);
            Assert.True(IsAdvice(Text(ana.MailOf(date)), "Something"));
        }

        Assert.Equal(before.From("2027-02-23"), hurt.From("2027-02-23"));
        Assert.Contains(hurt.Notices, n => IsAdvice(n, "Something"));
    }

    [Fact]
    public async Task Naming_what_hurt_takes_the_place_of_pain_without_a_name_and_a_second_name_adds_up()
    {
        await using var ana = await Trainee.StartAsync();
        await ana.GoToAsync("2027-02-15");
        var ids = (await ana.PlanAsync()).Ids("2027-02-15");

        await ana.AnswerAsync("2027-02-15", "pain");
        var first = await ana.FeedbackAsync("2027-02-15", $$"""{ "answer": "pain", "exercise": "{{ids[^1]}}" }""");
        var second = await ana.FeedbackAsync("2027-02-15", $$"""{ "answer": "pain", "exercise": "{{ids[0]}}" }""");

        Assert.False(first.IsAtBodyWeight("2027-02-18"));
        Assert.Empty(second.Ids("2027-02-22").Intersect([ids[0], ids[^1]]));
    }

    /// <summary>The sentence that names what hurt and whom to see.</summary>
    private static bool IsAdvice(string text, string hurt) =>
        text.Contains($"{hurt} hurt on Mon 15 Feb 2027", StringComparison.Ordinal)
        && text.Contains("see a physio", StringComparison.Ordinal);

    // A text part folds its lines.
    private static string Text(MailMessage mail) =>
        string.Join(' ', mail.Text.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
