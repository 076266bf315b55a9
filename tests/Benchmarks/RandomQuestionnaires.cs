using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Benchmarks;

/// <summary>Runners of every kind, the same ones for the same seed.</summary>
internal sealed class RandomQuestionnaires(int seed)
{
    private static readonly DateOnly Earliest = new(2026, 11, 23);

    private readonly Random _random = new(seed);

    public Questionnaire Next()
    {
        var start = Earliest.AddDays(_random.Next(365));
        return new()
        {
            StartOn = start,
            Week = Week(),
            Races = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Race(start))],
            SessionsPerWeek = _random.Next(1, 5),
            Minutes = _random.Next(15, 61),
            Experience = Any<Experience>(),
            Equipment = (Equipment)_random.Next(1 << 15),
            Niggles = Niggles(),
            Plyometrics = Maybe(),
            DynamicCore = Maybe(),
            UpperBody = Maybe(),
            DeskJob = Maybe(),
            AgeBand = Any<AgeBand>(),
            Taper = Any<Taper>(),
            AfterRace = Any<AfterRace>(),
            Units = Any<Units>(),
        };
    }

    private RunningWeek Week() => new(
        Any<RunDay>(), Any<RunDay>(), Any<RunDay>(), Any<RunDay>(), Any<RunDay>(), Any<RunDay>(), Any<RunDay>());

    private Race Race(DateOnly start) =>
        new("", start.AddDays(_random.Next(420)), Any<Distance>(), Maybe(), Any<Priority>());

    private ImmutableArray<Niggle> Niggles() =>
        [.. Enum.GetValues<Area>().Where(_ => _random.Next(8) == 0).Select(area => new Niggle(area, Maybe()))];

    private bool Maybe() => _random.Next(2) == 0;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>() is var values ? values[_random.Next(values.Length)] : default;
}
