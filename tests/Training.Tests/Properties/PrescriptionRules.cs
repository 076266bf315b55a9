using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>One exercise of one session: allowed, doable, dosed within its row, loaded with what the runner has (D5, R013, R088, Y8).</summary>
internal static class PrescriptionRules
{
    private static readonly Dictionary<string, Exercise> _byName = SeedFile.Catalogue.All.ToDictionary(e => e.Name);

    public static IEnumerable<string> Violations(PlannedSeason season, BlockKind block, Prescription e) =>
        Choice(season, block, e).Concat(Dose(season, e)).Concat(Things(season, e)).Concat(Weight(season, e)).Concat(Versions(season, e))
            .Select(v => $"{v} ({e.Exercise.Ref})");

    private static IEnumerable<string> Choice(PlannedSeason season, BlockKind block, Prescription e)
    {
        if (!ReferenceEquals(SeedFile.Catalogue[e.Exercise.Ref], e.Exercise))
            yield return "E: not the catalogue's row";
        if (season.Runner.Objection(e.Exercise) is { } why)
            yield return $"section 2: {why}";
        if (string.IsNullOrWhiteSpace(e.Exercise.Cue))
            yield return "R088: no cue";
        if (block == BlockKind.Power != (e.Exercise.Category == Category.Plyometric)
            || block == BlockKind.Calves != (e.Exercise.Category == Category.CalvesAnkles)
            || block == BlockKind.UpperBody != (e.Exercise.Category == Category.UpperBody))
            yield return $"R123: {e.Exercise.Category} in the block {block}";
    }

    private static IEnumerable<string> Dose(PlannedSeason season, Prescription e)
    {
        if (e.Reps is null == e.HoldSeconds is null)
            yield return "contract: not exactly one of reps and hold";
        if (e.Exercise.Dose is not { } dose || dose.Unit == DoseUnit.Reps != e.Reps is not null)
            yield return "D5: another unit than its row";
        else if (e.Amount() < Math.Min(dose.Lower, dose.Start) || e.Amount() > dose.Ceiling)
            yield return $"D5: {e.Amount()} is outside {dose.Lower} to {dose.Ceiling}";
        if (season.Asked.AgeBand == AgeBand.SixtyPlus && e.HoldSeconds > 30)
            yield return $"3.1 Safety: a hold of {e.HoldSeconds} seconds at 60 plus";
        if (e.Tempo is { } tempo && !IsTempo(tempo))
            yield return $"R076: tempo {tempo}";
        if (e.Exercise.Tempo is { } own && e.Tempo != own)
            yield return $"R076: tempo {e.Tempo}, its row asks for {own}";
    }

    private static bool IsTempo(string tempo) =>
        tempo is [var down, '-', var pause, '-', var up] && char.IsAsciiDigit(down) && char.IsAsciiDigit(pause) && char.IsAsciiDigit(up);

    private static IEnumerable<string> Things(PlannedSeason season, Prescription e)
    {
        if ((e.Uses & ~season.Asked.Equipment) != 0)
            yield return $"Y8: uses {e.Uses & ~season.Asked.Equipment}, not owned";
        // 3.1, Foundation: the goblet squat is a body squat with hands at the chest.
        var bodySquat = e.Row() == 42 && e.Load.Kind == LoadKind.BodyWeight;
        if (!bodySquat && !e.Exercise.Equipment.Any(way => (way & ~e.Uses) == 0))
            yield return $"Y8: {e.Uses} is not enough for it";
        if (season.Runner.IsNew && e.Uses.HasFlag(Equipment.Barbell))
            yield return "3.1 Safety: a barbell for a beginner";
        if (season.Runner.Hurts(Area.Achilles) && e.Row() == 35 && e.Uses != Equipment.None)
            yield return $"3.1 Safety: a painful Achilles off the floor, uses {e.Uses}";
        if (!bodySquat && !IsNeeded(e))
            yield return $"Y8: uses {e.Uses}, more than one way of doing it and its load";
    }

    private static bool IsNeeded(Prescription e) => e.Exercise.Equipment.Any(way =>
        way == e.Uses || e.Exercise.Loads.Any(load => (way | load) == e.Uses && e.Load.Kind != LoadKind.BodyWeight));

    private static IEnumerable<string> Weight(PlannedSeason season, Prescription e)
    {
        var weighted = Runner.IsWeight(e.Uses);
        if (e.Load.Kind == LoadKind.BodyWeight && (weighted || e.Load.Hint is not null))
            yield return $"R139: body weight, but uses {e.Uses} {e.Load.Hint}";
        if (e.Load.Kind != LoadKind.BodyWeight && (!weighted || string.IsNullOrWhiteSpace(e.Load.Hint)))
            yield return $"R013: {e.Load.Kind} without a weight or a hint";
        if (e.Load.Kind == LoadKind.Band != (weighted && e.Uses.HasFlag(Equipment.Band) && !IsHeavy(e.Uses)))
            yield return $"R071: {e.Load.Kind} with {e.Uses}";
        if (e.Load.Hint is { } hint && hint.Contains(season.Asked.Units == Units.Metric ? " lb" : " kg", StringComparison.Ordinal))
            yield return $"R133: '{hint}' in the other units";
        if (season.Runner.Hurts(Area.LowBack) && e.IsAny([.. Work.Hinges, .. Work.Squats, 60]) && e.Load.Kind != LoadKind.BodyWeight)
            yield return "3.1 Safety: a loaded hinge or squat for a painful back";
    }

    private static bool IsHeavy(Equipment uses) => Runner.IsWeight(uses & ~Equipment.Band);

    /// <summary>A version named beside it must be one the runner may and can do.</summary>
    private static IEnumerable<string> Versions(PlannedSeason season, Prescription e)
    {
        foreach (var name in new[] { e.Harder, e.Easier })
            if (name is not null && _byName.TryGetValue(name, out var version) && !season.Runner.CanDo(version))
                yield return $"R104: names {name}, which {season.Runner.Objection(version) ?? "needs other things"}";
    }
}
