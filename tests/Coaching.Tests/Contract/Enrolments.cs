using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>Any enrolment that a valid questionnaire can lead to.</summary>
internal static class Enrolments
{
    private static readonly Gen<DateOnly> Dates =
        from day in Gen.Choose(0, 36_889) select new DateOnly(2000, 1, 1).AddDays(day);

    private static readonly Gen<bool> Flags = Gen.Elements(true, false);

    private static readonly Gen<Race> Races =
        from name in Gen.Elements("", "Berlin Marathon", "Straßenlauf \"Süd\"", "👟 <b>10k</b> & more")
        from date in Dates
        from distance in One<Distance>()
        from hilly in Flags
        from priority in One<Priority>()
        select new Race(name, date, distance, hilly, priority);

    private static readonly Gen<RunningWeek> Weeks =
        from d in Gen.ArrayOf(One<RunDay>(), 7) select new RunningWeek(d[0], d[1], d[2], d[3], d[4], d[5], d[6]);

    private static readonly Gen<Questionnaire> Wishes =
        from startOn in Dates
        from week in Weeks
        from races in Races.ArrayOf(0, 20)
        from sessions in Gen.Choose(1, 4)
        from minutes in Gen.Choose(15, 60)
        from equipment in Gen.Choose(0, (1 << 15) - 1)
        from areas in Gen.SubListOf(Enum.GetValues<Area>())
        from avoid in Gen.SubListOf(Catalogue.Default.All.Select(e => e.Id))
        select new Questionnaire
        {
            StartOn = startOn,
            Week = week,
            Races = [.. races],
            SessionsPerWeek = sessions,
            Minutes = minutes,
            Equipment = (Equipment)equipment,
            Niggles = [.. areas.Select((area, i) => new Niggle(area, i % 2 == 0))],
            Avoid = [.. avoid],
        };

    private static readonly Gen<Questionnaire> Answers =
        from wishes in Wishes
        from flags in Gen.ArrayOf(Flags, 5)
        from experience in One<Experience>()
        from age in One<AgeBand>()
        from taper in One<Taper>()
        from break_ in One<AfterRace>()
        from units in One<Units>()
        select wishes with
        {
            Plyometrics = flags[0],
            DynamicCore = flags[1],
            UpperBody = flags[2],
            DeskJob = flags[3],
            PreRunPrimer = flags[4],
            Experience = experience,
            AgeBand = age,
            Taper = taper,
            AfterRace = break_,
            Units = units,
        };

    public static Arbitrary<Enrolment> Any { get; } = Arb.From(
        from training in Answers
        from email in Gen.Elements("ana@example.com", "o'neil+strength@mail.example.co.uk", "x@xn--mller-kva.example")
        from name in Gen.Elements(null, "Ana", "Zoë O'Brien", "李小龍", "👩🏽‍🚀")
        from zone in Gen.Elements(Zones.Ids.AsEnumerable())
        from quarter in Gen.Choose(0, 95)
        from lookAhead in Flags
        select new Enrolment(email, name, zone, TimeOnly.MinValue.AddMinutes(15 * quarter), lookAhead, training));

    private static Gen<T> One<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<T[]> ArrayOf<T>(this Gen<T> items, int least, int most) =>
        from count in Gen.Choose(least, most) from array in Gen.ArrayOf(items, count) select array;
}
