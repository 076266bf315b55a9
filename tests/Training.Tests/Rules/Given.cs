using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>A plain runner to change one answer of, and the plan that comes of it.</summary>
internal static class Given
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Start = new(2027, 1, 4);

    /// <summary>Tuesday hard, Sunday long, the rest easy or free: strength on Wednesday and Friday.</summary>
    public static readonly RunningWeek UsualWeek = new(
        RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long);

    /// <summary>Easy every day: three sessions fit anywhere.</summary>
    public static readonly RunningWeek EasyWeek = new(
        RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Easy);

    public static readonly Questionnaire Runner = new() { StartOn = Start, Week = UsualWeek };

    public static readonly Questionnaire Experienced = Runner with { Experience = Experience.Experienced };

    /// <summary>The same runner with an A race so many days after the first.</summary>
    public static Questionnaire RacingIn(this Questionnaire runner, int days, Distance distance = Distance.TenK) =>
        runner with { Races = runner.Races.Add(ARace(days, distance)) };

    public static Race ARace(int days, Distance distance = Distance.TenK) => new($"Race {days}", Start.AddDays(days), distance);

    public static Race BRace(int days) => ARace(days) with { Priority = Priority.B };

    public static Race CRace(int days) => ARace(days) with { Priority = Priority.C };

    public static Plan Plan(this Questionnaire runner) => Season.Of(runner, SeedFile.Catalogue, History.Empty).ToPlan();

    /// <summary>The phases in order.</summary>
    public static IEnumerable<Phase> Shape(this Plan plan) => plan.Phases.Select(p => p.Phase);

    public static PhaseRange The(this Plan plan, Phase phase) => plan.Phases.First(p => p.Phase == phase);

    public static IEnumerable<Session> Of(this Plan plan, Phase phase) => plan.Sessions.Where(s => s.Phase == phase);

    public static IEnumerable<string> Refs(this Session session, params BlockKind[] kinds) => session.In(kinds).Select(e => e.Exercise.Ref);

    public static IEnumerable<string> Refs(this Plan plan) => plan.Sessions.SelectMany(s => s.Trained()).Select(e => e.Exercise.Ref).Distinct();

    /// <summary>Days from the first to a date.</summary>
    public static int Day(DateOnly date) => date.DayNumber - Start.DayNumber;
}
