using System.Collections.Immutable;
using StrengthDays.Training.Tests.Properties;

namespace StrengthDays.Training.Tests.Rules;

/// <summary>
/// Runners of every experience, kit, length and number of sessions with a race 150 days away, and their plans.
/// </summary>
internal static class Everyone
{
    private static readonly Equipment[] _kits =
    [
        Equipment.None, Equipment.Band, Equipment.Dumbbells, Equipment.Kettlebell, Equipment.Barbell,
        Equipment.Rucksack | Equipment.Towel | Equipment.Stairs | Equipment.Chair,
        Equipment.Band | Equipment.Dumbbells | Equipment.Box,
    ];

    private static readonly Lazy<ImmutableArray<PlannedSeason>> _seasons = new(() =>
        [.. Runners().Select(asked => new PlannedSeason(asked, asked.Plan()))]);

    public static ImmutableArray<PlannedSeason> Seasons => _seasons.Value;

    /// <summary>Every session of all of them; sessions are 30, 45 and 60 minutes long.</summary>
    public static IEnumerable<Session> Sessions => Seasons.SelectMany(s => s.Plan.Sessions);

    /// <summary>Every calendar week that holds all its sessions.</summary>
    public static IEnumerable<TrainingWeek> Weeks =>
        Seasons.SelectMany(season => season.FullWeeks, (season, week) => new TrainingWeek(season.Asked, [.. week]));

    private static IEnumerable<Questionnaire> Runners() =>
        from experience in Enum.GetValues<Experience>()
        from kit in _kits
        from minutes in new[] { 30, 45, 60 }
        from sessions in new[] { 1, 2, 3 }
        select Given.Runner.RacingIn(150) with
        {
            Week = Given.EasyWeek,
            Experience = experience,
            Equipment = kit,
            Minutes = minutes,
            SessionsPerWeek = sessions,
        };
}

/// <summary>A week of one of them; it prints what tells it from the others.</summary>
internal sealed record TrainingWeek(Questionnaire Asked, ImmutableArray<Session> Sessions)
{
    public IEnumerable<Prescription> Trained => Sessions.SelectMany(s => s.Trained());

    public override string ToString() =>
        FormattableString.Invariant($"{Sessions[0].Phase} {Sessions[0].Date:yyyy-MM-dd}, {new Asked(Asked)}");
}
