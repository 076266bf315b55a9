using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>Every questionnaire a runner could send: all members over all their ranges, corners more often than chance.</summary>
internal static class Questionnaires
{
    private static readonly DateOnly _firstDay = new(2026, 1, 1);

    // E80 is left out: a session without a warm-up breaks R101, so that wish cannot be met.
    private static readonly string[] _avoidable =
        [.. SeedFile.Catalogue.All.Where(e => e.Prescribed && e.Ref != "E80").Select(e => e.Id)];

    private static readonly Gen<bool> _flag = Gen.Elements(true, false);

    /// <summary>Random answers that shrink to the plainest ones that still fail.</summary>
    public static Arbitrary<Asked> Any { get; } = Arb.From(Random(), asked => SmallerQuestionnaires.Than(asked.Answers).Select(q => new Asked(q)));

    private static Gen<Asked> Random() =>
        from basics in Basics()
        from kit in Kits()
        from niggles in Niggles()
        from avoid in Avoided()
        from races in Races(basics.StartOn)
        from wishes in Wishes()
        select new Asked(wishes with
        {
            StartOn = basics.StartOn,
            Week = basics.Week,
            SessionsPerWeek = basics.SessionsPerWeek,
            Minutes = basics.Minutes,
            Equipment = kit,
            Niggles = niggles,
            Avoid = avoid,
            Races = races,
        });

    private static Gen<Questionnaire> Basics() =>
        from start in Gen.Choose(0, 1095)
        from week in Weeks()
        from sessions in Gen.Choose(1, 4)
        from minutes in Gen.OneOf(Gen.Choose(15, 60), Gen.Elements(15, 20, 29, 30, 44, 45, 49, 50, 60))
        select new Questionnaire
        {
            StartOn = _firstDay.AddDays(start),
            Week = week,
            SessionsPerWeek = sessions,
            Minutes = minutes,
        };

    /// <summary>Half of all weeks are ones people run, the other half any.</summary>
    private static Gen<RunningWeek> Weeks()
    {
        var any = Gen.Elements(Enum.GetValues<RunDay>());
        var usual = Gen.Frequency(
            (4, Gen.Constant(RunDay.Rest)), (5, Gen.Constant(RunDay.Easy)), (1, Gen.Constant(RunDay.Hard)), (1, Gen.Constant(RunDay.Long)));
        return Gen.OneOf(Gen.ArrayOf(any, 7), Gen.ArrayOf(usual, 7))
            .Select(d => new RunningWeek(d[0], d[1], d[2], d[3], d[4], d[5], d[6]));
    }

    private static Gen<Equipment> Kits() => Gen.Frequency(
        (1, Gen.Constant(Equipment.None)),
        (2, Gen.SubListOf(Enum.GetValues<Equipment>()).Select(items => items.Aggregate(Equipment.None, (all, one) => all | one))),
        (3, Gen.ArrayOf(Gen.Elements(Enum.GetValues<Equipment>()), 3).Select(items => items[0] | items[1] | items[2])));

    private static Gen<ImmutableArray<Niggle>> Niggles() => Gen.Frequency(
        (3, Gen.Constant(ImmutableArray<Niggle>.Empty)),
        (2, from areas in Gen.Shuffle(Enum.GetValues<Area>())
            from count in Gen.Choose(1, 4)
            from painful in Gen.ArrayOf(_flag, count)
            select painful.Select((p, i) => new Niggle(areas[i], p)).ToImmutableArray()));

    private static Gen<ImmutableArray<string>> Avoided() => Gen.Frequency(
        (3, Gen.Constant(ImmutableArray<string>.Empty)),
        (1, from ids in Gen.Shuffle(_avoidable)
            from count in Gen.Choose(1, 6)
            select ids.Take(count).ToImmutableArray()));

    private static Gen<ImmutableArray<Race>> Races(DateOnly start) =>
        from count in Gen.Frequency((2, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Choose(3, 4)))
        from races in Gen.ArrayOf(ARace(start), count)
        select races.Select((r, i) => r with { Name = $"Race {i + 1}" }).ToImmutableArray();

    private static Gen<Race> ARace(DateOnly start) =>
        from days in Gen.Frequency((1, Gen.Choose(-30, 0)), (2, Gen.Choose(0, 50)), (6, Gen.Choose(30, 200)), (1, Gen.Choose(200, 450)))
        from distance in Gen.Elements(Enum.GetValues<Distance>())
        from hilly in Gen.Elements(true, false, false, false)
        from priority in Gen.Elements(Priority.A, Priority.A, Priority.B, Priority.C)
        select new Race("", start.AddDays(days), distance, hilly, priority);

    private static Gen<Questionnaire> Wishes() =>
        from experience in Gen.Elements(Enum.GetValues<Experience>())
        from age in Gen.Elements(Enum.GetValues<AgeBand>())
        from taper in Gen.Elements(Enum.GetValues<Taper>())
        from after in Gen.Elements(Enum.GetValues<AfterRace>())
        from units in Gen.Elements(Enum.GetValues<Units>())
        from flags in Gen.ArrayOf(_flag, 5)
        select new Questionnaire
        {
            StartOn = _firstDay,
            Week = default,
            Experience = experience,
            AgeBand = age,
            Taper = taper,
            AfterRace = after,
            Units = units,
            Plyometrics = flags[0],
            DynamicCore = flags[1],
            UpperBody = flags[2],
            DeskJob = flags[3],
            PreRunPrimer = flags[4],
        };
}
