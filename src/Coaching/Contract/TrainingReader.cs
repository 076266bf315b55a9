using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>The members that decide the plan.</summary>
internal static class TrainingReader
{
    private static readonly Rule<int> Sessions = Answer.Whole(1, 4);
    private static readonly Rule<int> Minutes = Answer.Whole(15, 60);
    private static readonly Rule<string> RaceName = Answer.Name(80);

    private static readonly Rule<RunningWeek> Week =
        Answer.Object("an object with the members monday to sunday", ReadWeek);

    private static readonly Rule<ImmutableArray<Race>> Races =
        Answer.List(Answer.Object("an object with date and distance", ReadRace), 20);

    private static readonly Rule<ImmutableArray<Niggle>> Niggles =
        Answer.List(Answer.Object("an object with area and painfulNow", ReadNiggle), EnumNames<Area>.List.Length);

    private static readonly Rule<ImmutableArray<Niggle>> NigglesOnce = Niggles with { Read = EachAreaOnce };

    private static readonly Rule<Equipment> Things =
        Answer.List(Answer.Thing, 30).Then(things => things.Aggregate(Equipment.None, (all, one) => all | one));

    private static readonly Rule<ImmutableArray<string>> Avoid =
        Answer.List(Answer.ExerciseId, 100).Then(ids => ids.Distinct(StringComparer.Ordinal).ToImmutableArray());

    public static Questionnaire Read(Members members, DateOnly startOn) => new()
    {
        Units = members.Optional("units", Choice<Units>.Rule, Units.Metric),
        StartOn = startOn,
        Races = members.Optional("races", Races, []),
        Week = members.Required("week", Week),
        SessionsPerWeek = members.Optional("sessionsPerWeek", Sessions, 2),
        Minutes = members.Optional("minutes", Minutes, 45),
        Experience = members.Optional("experience", Choice<Experience>.Rule, Experience.New),
        Equipment = members.Optional("equipment", Things, Equipment.None),
        Niggles = members.Optional("niggles", NigglesOnce, []),
        Avoid = members.Optional("avoid", Avoid, []),
        Plyometrics = members.Optional("plyometrics", Answer.Flag, false),
        DynamicCore = members.Optional("dynamicCore", Answer.Flag, false),
        UpperBody = members.Optional("upperBody", Answer.Flag, true),
        DeskJob = members.Optional("deskJob", Answer.Flag, false),
        AgeBand = members.Optional("ageBand", Choice<AgeBand>.Rule, AgeBand.Under40),
        Taper = members.Optional("taper", Choice<Taper>.Rule, Taper.Rest),
        AfterRace = members.Optional("afterRace", Choice<AfterRace>.Rule, AfterRace.Auto),
        PreRunPrimer = members.Optional("preRunPrimer", Answer.Flag, false),
    };

    private static RunningWeek ReadWeek(Members days) => new(
        days.Required("monday", Choice<RunDay>.Rule),
        days.Required("tuesday", Choice<RunDay>.Rule),
        days.Required("wednesday", Choice<RunDay>.Rule),
        days.Required("thursday", Choice<RunDay>.Rule),
        days.Required("friday", Choice<RunDay>.Rule),
        days.Required("saturday", Choice<RunDay>.Rule),
        days.Required("sunday", Choice<RunDay>.Rule));

    private static Race ReadRace(Members race) => new(
        race.Optional("name", RaceName, ""),
        race.Required("date", Answer.Date),
        race.Required("distance", Choice<Distance>.Rule),
        race.Optional("hilly", Answer.Flag, false),
        race.Optional("priority", Choice<Priority>.Rule, Priority.A));

    private static Niggle ReadNiggle(Members niggle) => new(
        niggle.Required("area", Choice<Area>.Rule),
        niggle.Optional("painfulNow", Answer.Flag, false));

    private static ImmutableArray<Niggle> EachAreaOnce(Field field)
    {
        var niggles = Niggles.Read(field);
        var seen = new HashSet<Area>();
        for (var i = 0; i < niggles.Length; i++)
        {
            var path = $"{field.Path}[{i}].area";
            if (niggles[i] is { Area: var area } && !field.Errors.ByMember.ContainsKey(path) && !seen.Add(area))
                field.Errors.Add(path, $"must be an area not yet listed; {EnumNames<Area>.Of(area)} is listed twice.");
        }

        return niggles;
    }

    private static class Choice<T>
        where T : struct, Enum
    {
        public static readonly Rule<T> Rule = Answer.OneOf<T>();
    }
}
