using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;
using static StrengthDays.Coaching.Tests.Dispatch.Runners;

namespace StrengthDays.Coaching.Tests.Dispatch;

public sealed class MailCalendarTests
{
    [Theory]
    [InlineData("2027-01-06", MailKind.Session)]
    [InlineData("2027-01-25", MailKind.Phase)]
    [InlineData("2027-09-12", MailKind.Phase)]
    [InlineData("2027-09-20", MailKind.RaceWeek)]
    [InlineData("2027-09-27", MailKind.Phase)]
    [InlineData("2027-10-18", MailKind.Restart)]
    public void A_date_gets_the_mail_of_its_day(string date, MailKind kind) =>
        Assert.Equal(new Occasion(Day(date), kind, null), Of(Ana).On(Day(date)));

    [Theory]
    [InlineData("2027-01-03")]
    [InlineData("2027-01-04")]
    [InlineData("2027-01-05")]
    [InlineData("2027-09-15")]
    [InlineData("2027-09-21")]
    [InlineData("2027-09-26")]
    [InlineData("2027-10-04")]
    [InlineData("2099-01-01")]
    public void A_date_without_a_reason_gets_none(string date) => Assert.Null(Of(Ana).On(Day(date)));

    [Fact]
    public void From_six_days_before_the_race_to_the_race_there_is_one_mail_whatever_was_wished_for()
    {
        var eager = Ana with { WeeklyLookAhead = true };
        var calendar = Of(eager.With(t => t with { PreRunPrimer = true }), Taken("2027-09-01", "2027-09-22"));

        var days = Enumerable.Range(-6, 7).Select(d => calendar.On(Marathon.Date.AddDays(d)));

        Assert.DoesNotContain(days.OfType<Occasion>(), o => o.Skip is null && o.Kind is not MailKind.RaceWeek);
    }

    [Fact]
    public void A_phase_that_begins_on_a_strength_day_is_folded_into_the_session()
    {
        var calendar = Of(Ana.With(t => t with { StartOn = Day("2027-01-06") }));
        var phase = calendar.Season.Phases.First(p => p.Phase is Phase.GeneralPreparation);

        Assert.Equal(DayOfWeek.Wednesday, phase.From.DayOfWeek);
        Assert.Equal(MailKind.Session, calendar.On(phase.From)!.Kind);
        Assert.True(calendar.StartsPhase(phase.From, phase));
        Assert.False(calendar.StartsPhase(phase.From.AddDays(2), phase));
    }

    [Fact]
    public void Every_phase_but_the_first_has_exactly_one_mail_that_says_so()
    {
        var calendar = Of(Ana);

        var announced = calendar.Season.Phases.Skip(1).Select(p => calendar.On(p.From)?.Kind);

        Assert.All(
            announced,
            kind => Assert.True(kind is MailKind.Phase or MailKind.RaceWeek or MailKind.Restart or MailKind.Session));
        Assert.Equal(
            calendar.Season.Phases.Skip(1).Count(p => calendar.On(p.From)!.Kind is MailKind.Phase),
            Days(calendar).Count(d => calendar.On(d) is { Kind: MailKind.Phase }));
    }

    [Fact]
    public void A_look_ahead_comes_on_mondays_that_hold_nothing_better()
    {
        var calendar = Of(Ana with { WeeklyLookAhead = true });

        Assert.Equal(MailKind.LookAhead, calendar.On(Day("2027-01-11"))!.Kind);
        Assert.Equal(MailKind.Phase, calendar.On(Day("2027-01-25"))!.Kind);
        Assert.Null(calendar.On(Day("2027-01-12")));
        Assert.All(
            Days(calendar).Where(d => calendar.On(d) is { Kind: MailKind.LookAhead }),
            d => Assert.Equal(DayOfWeek.Monday, d.DayOfWeek));
    }

    [Fact]
    [Trait("Rule", "R104")]
    public void Where_no_strength_is_planned_no_mail_says_that_sets_begin()
    {
        var hurt = Of((Ana with { WeeklyLookAhead = false }).With(t => t with
        {
            Niggles = [new(Area.Achilles, true), new(Area.LowBack, true), new(Area.Hamstring, true)],
        }));

        Assert.Equal(
            [MailKind.RaceWeek], Days(hurt).Select(hurt.On).OfType<Occasion>().Select(o => o.Kind).Distinct());
    }

    [Fact]
    public void A_primer_comes_before_runs_on_days_without_strength_to_those_who_own_a_band()
    {
        var wished = Ana.With(t => t with { PreRunPrimer = true });

        Assert.Equal(MailKind.Primer, Of(wished).On(Day("2027-02-02"))!.Kind);
        Assert.Equal(MailKind.Session, Of(wished).On(Day("2027-02-03"))!.Kind);
        Assert.Null(Of(wished).On(Day("2027-02-04")));
        Assert.Null(Of(wished).On(Day("2027-09-14")));
        Assert.Null(Of(wished.With(t => t with { Equipment = Equipment.None })).On(Day("2027-02-02")));
    }

    [Fact]
    public void A_primer_is_two_exercises_with_a_band_and_without_what_the_runner_avoids()
    {
        var training = Ana.Training with { PreRunPrimer = true };

        var both = PrimerWarmUp.For(training, History.Empty, Day("2027-02-02"), Catalogue.Default);
        var one = PrimerWarmUp.For(
            training with { Avoid = [both[0].Exercise.Id] }, History.Empty, Day("2027-02-02"), Catalogue.Default);

        Assert.Equal(["E11", "E12"], both.Select(p => p.Exercise.Ref));
        Assert.All(both, p => Assert.True(p.Uses == Equipment.Band && p.Reps is null != p.HoldSeconds is null));
        Assert.Equal(["E12"], one.Select(p => p.Exercise.Ref));
    }

    [Fact]
    public void While_paused_only_the_skipped_sessions_count()
    {
        var calendar = Of(Ana with { WeeklyLookAhead = true }, Taken("2027-01-20", "2027-02-14"));

        var inside = Days(calendar).Where(calendar.IsPaused).Select(calendar.On).OfType<Occasion>().ToList();

        Assert.Equal(8, inside.Count);
        Assert.All(inside, o => Assert.Equal((MailKind.Session, SkipReasons.Paused), (o.Kind, o.Skip)));
        Assert.Equal(MailKind.LookAhead, calendar.On(Day("2027-02-15"))!.Kind);
    }

    [Fact]
    public void The_day_after_a_pause_says_so_unless_it_has_more_to_say()
    {
        Assert.Equal(MailKind.Resumed, Of(Ana, Taken("2027-02-01", "2027-02-13")).On(Day("2027-02-14"))!.Kind);
        Assert.Equal(MailKind.Session, Of(Ana, Taken("2027-02-01", "2027-02-09")).On(Day("2027-02-10"))!.Kind);
    }

    [Fact]
    public void Walking_from_date_to_date_meets_every_occasion_once()
    {
        var calendar = Of(Ana with { WeeklyLookAhead = true }, Taken("2027-03-01", "2027-03-20"));
        var walked = new List<DateOnly>();
        for (var next = calendar.NextAfter(DateOnly.MinValue); next is { } due; next = calendar.NextAfter(due.Date))
            walked.Add(due.Date);

        var expected = Days(calendar).Where(d => calendar.On(d) is not null || d >= calendar.ExtendOn);
        Assert.Equal(expected, walked);
    }

    [Fact]
    public void An_open_pause_stops_the_walk()
    {
        var calendar = Of(Ana, Taken("2027-01-07", null));

        Assert.Equal(Day("2027-01-06"), calendar.NextAfter(Day("2027-01-04"))?.Date);
        Assert.Null(calendar.NextAfter(Day("2027-01-06")));
        Assert.False(calendar.IsOver(null));
    }

    [Fact]
    public void A_plan_is_extended_two_weeks_before_its_horizon_unless_it_is_to_stop()
    {
        Assert.Equal(Of(Ben).Season.Phases[^1].To.AddDays(-14), Of(Ben).ExtendOn);
        Assert.Null(Of(Ana.With(t => t with { AfterRace = AfterRace.Stop })).ExtendOn);
    }

    [Theory]
    [InlineData("2027-03-27", "Europe/Berlin", 2, 30, "2027-03-27T01:30")]
    [InlineData("2027-03-28", "Europe/Berlin", 2, 30, "2027-03-28T01:30")] // 02:30 does not exist: 03:30 summer time
    [InlineData("2027-03-29", "Europe/Berlin", 2, 30, "2027-03-29T00:30")]
    [InlineData("2027-10-31", "Europe/Berlin", 2, 30, "2027-10-31T00:30")] // twice: the first
    [InlineData("2027-11-01", "Europe/Berlin", 2, 30, "2027-11-01T01:30")]
    [InlineData("2027-10-03", "Australia/Lord_Howe", 2, 15, "2027-10-02T15:45")] // half an hour is missing: 02:45
    [InlineData("2027-01-06", "Pacific/Kiritimati", 6, 0, "2027-01-05T16:00")]
    public void A_mail_is_due_when_the_runners_clock_shows_the_chosen_time(
        string date, string zone, int hour, int minute, string utc) =>
        Assert.Equal(Utc(utc), Of(Ana.In(zone) with { SendAt = new TimeOnly(hour, minute) }).DueAt(Day(date)));

    [Fact]
    public void A_date_that_the_zone_skips_is_skipped_with_its_reason()
    {
        // Samoa had no 30 December 2011.
        var samoa = Ben.In("Pacific/Apia").With(t => t with
        {
            StartOn = Day("2011-12-05"),
            Week = new RunningWeek(
                RunDay.Easy, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Easy, RunDay.Rest, RunDay.Easy),
            SessionsPerWeek = 4,
        });
        var calendar = Of(samoa);
        var friday = Day("2011-12-30");
        Assert.Null(Zones.InstantOf(friday, samoa.SendAt, samoa.TimeZone));

        if (calendar.On(friday) is { } occasion)
            Assert.Equal(SkipReasons.NoSuchDate, occasion.Skip);
        Assert.All(Days(calendar), d => Assert.True(d == friday || calendar.On(d)?.Skip is null));
    }

    private static MailCalendar Of(Enrolment enrolment, params ImmutableArray<PlanEvent> events) =>
        new(new PlanInputs(enrolment, events, LinkGenerations.First), Catalogue.Default);

    private static PauseTaken Taken(string from, string? to) => new(default, Day(from), to is null ? null : Day(to));

    private static IEnumerable<DateOnly> Days(MailCalendar calendar)
    {
        for (var day = calendar.Season.Phases[0].From; day <= calendar.Season.Phases[^1].To; day = day.AddDays(1))
            yield return day;
    }
}
