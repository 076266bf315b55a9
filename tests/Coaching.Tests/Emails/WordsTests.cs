using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Emails;

public sealed class WordsTests
{
    [Theory]
    [Trait("Rule", "R076")]
    [InlineData("3-0-1", "3 s down, no pause, 1 s up")]
    [InlineData("4-2-1", "4 s down, 2 s pause, 1 s up")]
    [InlineData("slow", "tempo slow")]
    public void A_tempo_is_told_in_words(string tempo, string words) => Assert.Equal(words, ExerciseWords.Tempo(tempo));

    [Theory]
    [InlineData(3, 10, null, false, "3 × 10")]
    [InlineData(3, 10, null, true, "3 × 10 each side")]
    [InlineData(2, null, 45, false, "2 × 45 s")]
    [InlineData(3, null, 60, true, "3 × 60 s each side")]
    [InlineData(1, null, 40, false, "1 × 40 s")]
    [InlineData(1, null, 60, false, "1 × 60 s")]
    [InlineData(1, null, 105, false, "1 min 45 s")]
    [InlineData(1, null, 240, false, "4 min")]
    [InlineData(1, null, 225, false, "3 min 45 s")]
    public void A_dose_names_sets_and_reps_or_hold(int sets, int? reps, int? hold, bool perSide, string words) =>
        Assert.Equal(words, ExerciseWords.Dose(Exercises.Deadlift with
        {
            Sets = sets,
            Reps = reps,
            HoldSeconds = hold,
            Exercise = Exercises.Deadlift.Exercise with { PerSide = perSide },
        }));

    [Theory]
    [InlineData(LoadKind.BodyWeight, null, "Body weight; rest 60 s.")]
    [InlineData(LoadKind.Light, "a rucksack with books", "Light load (a rucksack with books); rest 60 s.")]
    [InlineData(LoadKind.Band, "medium band", "Medium band; rest 60 s.")]
    [InlineData(LoadKind.Band, null, "Band; rest 60 s.")]
    [InlineData(LoadKind.Heavy, null, "Heavy load; rest 60 s.")]
    public void A_load_is_told_with_its_hint_and_a_band_only_once(LoadKind kind, string? hint, string words)
    {
        var uses = kind == LoadKind.Band ? Equipment.Band : Equipment.None;
        var prescription = Exercises.SplitSquat with { Load = new Load(kind, hint), Uses = uses };
        Assert.Equal(words, ExerciseWords.Line(prescription, BlockKind.Main).Details);
    }

    [Fact]
    public void Every_thing_has_a_name() => Assert.All(
        Enum.GetValues<Equipment>().Where(e => e != Equipment.None), e => Assert.NotEmpty(ExerciseWords.Uses(e)));

    [Theory]
    [InlineData(2, 3, "2 sets become 3")]
    [InlineData(2, 0, "2 sets become none")]
    [InlineData(0, 2, "no sets become 2")]
    [InlineData(2, 2, "2 sets, as before")]
    [InlineData(0, 0, "no strength")]
    [InlineData(null, 0, "no strength")]
    [InlineData(null, 2, "2 sets")]
    public void A_change_of_sets_is_told_with_both_numbers(int? before, int now, string words)
    {
        var phase = Letters.Season[0];
        var then = before is { } sets ? phase with { Sets = sets } : null;
        Assert.Equal(words, PhaseWords.Change(then, phase with { Sets = now }));
    }

    [Theory]
    [InlineData("2027-02-15", "2027-04-11", "15 Feb to 11 Apr")]
    [InlineData("2027-12-20", "2028-01-02", "20 Dec 2027 to 2 Jan 2028")]
    [InlineData("2027-02-15", "2027-02-15", "Mon 15 Feb")]
    public void A_range_of_dates_names_the_year_only_where_it_changes(string from, string to, string words) =>
        Assert.Equal(words, Dates.Range(Letters.Day(from), Letters.Day(to)));

    [Theory]
    [InlineData("Berlin Marathon", 257, "257 days to Berlin Marathon")]
    [InlineData("Berlin Marathon", 1, "1 day to Berlin Marathon")]
    [InlineData("Berlin Marathon", 0, "race day: Berlin Marathon")]
    [InlineData(" ", 3, "3 days to your marathon")]
    public void The_way_to_the_race_is_counted_in_days(string name, int days, string words) =>
        Assert.Equal(words, RaceWords.Ahead(new RaceAhead(Letters.Marathon with { Name = name }, days)));

    [Fact]
    public void Subjects_are_short_and_concrete() => Assert.Equal(
        [
            "Please confirm your strength plan",
            "Your strength plan: first session Wed 6 Jan",
            "Tue 2 Feb: Romanian deadlift and split squat, 41 min, 3 sets",
            "Tue 2 Mar: Romanian deadlift and split squat, 41 min, 2 sets",
            "Tue 18 May: Romanian deadlift and split squat, 41 min, 2 sets",
            "Sun 11 Apr: taper, 2 sets become none",
            "Race week: 6 days to Berlin Marathon",
            "Strength is back: first session Tue 18 May",
            "Your week from Mon 1 Feb: 2 sessions",
            "Wed 3 Feb: five minutes before your run",
            "Paused until Sun 28 Feb",
            "Paused until you resume",
            "Welcome back: next session Tue 2 Mar",
        ],
        Letters.All.Select(SubjectLine.Of));

    [Fact]
    public void Kinds_are_written_as_the_contract_writes_them() => Assert.Equal(
        ["confirm", "welcome", "session", "race-week", "restart", "phase", "look-ahead", "primer", "paused", "resumed"],
        Enum.GetValues<MailKind>().Select(EnumNames<MailKind>.Of));
}
