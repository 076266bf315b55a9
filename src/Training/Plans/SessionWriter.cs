using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What decides the words and sets of one session, beside what it holds.</summary>
/// <param name="RunToday">What the runner's week holds on the day.</param>
/// <param name="IsFirstWeek">The first seven days from the plan's first session: basics for beginners (R106).</param>
/// <param name="Spared">Why the day is at body weight, whatever its phase.</param>
internal sealed record SessionDay(
    DateOnly Date, Phase Phase, Race? Race, RunDay RunToday, bool IsFirstWeek, Spared Spared)
{
    /// <summary>The one session a taper may hold (D18).</summary>
    public bool IsLight => Phase is Phase.Taper;

    /// <summary>Jumps end with general preparation (section 3.1).</summary>
    public bool AllowsPower => Phase is Phase.GeneralPreparation && Spared is Spared.No;
}

/// <summary>Why a week is at body weight outside foundation.</summary>
internal enum Spared
{
    No,

    /// <summary>The week after a pause of 14 days or more.</summary>
    AfterPause,

    /// <summary>The week after something hurt and nobody said what.</summary>
    AfterPain,
}

/// <summary>Turns weekly states into sessions: blocks in order, sets of the phase, words.</summary>
internal sealed class SessionWriter(Kit kit, ExerciseCatalogue catalogue)
{
    private readonly PrescriptionWriter _prescriptions = new(kit, catalogue);
    private readonly Dictionary<BlockKey, WrittenBlocks> _written = [];

    public Session Write(SessionDay day, DayStates states)
    {
        var placed = Chosen(day, states);
        var (blocks, minutes) = BlocksOf(day, states.Shape, placed);
        return new(
            day.Date,
            day.Phase,
            SessionWords.Title(day, placed),
            minutes,
            SessionWords.Why(day, blocks),
            blocks);
    }

    /// <summary>Whether a day's session holds anything for a light one (D18).</summary>
    public static bool HasLightWork(DayStates states, Kit kit) => !Light(states, kit).IsEmpty;

    private ImmutableArray<PlacedState> Chosen(SessionDay day, DayStates states)
    {
        if (day.IsLight)
            return Light(states, kit);
        return day.AllowsPower || states.Placed.All(p => p.Kind is not SlotKind.Power)
            ? states.Placed
            : [.. states.Placed.Where(p => p.Kind is not SlotKind.Power)];
    }

    /// <summary>Activation and core at body weight, nothing the runner has not done (D18).</summary>
    private static ImmutableArray<PlacedState> Light(DayStates states, Kit kit) =>
        kit.Questionnaire.Experience is Experience.Experienced
            ? [.. Light(states.BodyWeight).Where(p => IsKnownDrill(p, states)),
                .. Light(states.Placed).Where(p => p.Kind > SlotKind.Activation)]
            : Light(states.BodyWeight);

    /// <summary>A drill of the session, or the easier version of one.</summary>
    private static bool IsKnownDrill(PlacedState drill, DayStates states) => drill.Kind <= SlotKind.Activation
        && states.Placed.Any(p => p.State.Exercise == drill.State.Exercise
            || drill.State.Exercise.Harder.Contains(p.State.Exercise.Ref));

    /// <summary>Activation or core without a weight or a band.</summary>
    private static bool IsLight(PlacedState place) =>
        place.State.Step == 0
            && (place.Kind <= SlotKind.Activation || place.Kind is SlotKind.Core or SlotKind.SecondCore);

    private static ImmutableArray<PlacedState> Light(ImmutableArray<PlacedState> states) =>
    [
        .. states.Where(IsLight),
    ];

    /// <summary>Weeks of one phase often hold the same: written once.</summary>
    private WrittenBlocks BlocksOf(SessionDay day, SessionShape shape, ImmutableArray<PlacedState> placed)
    {
        var sets = day.IsLight ? 1 : Periodisation.SetsIn(day.Phase);
        var basics = day.IsFirstWeek && kit.Questionnaire.Experience is Experience.New;
        var key = new BlockKey(placed, sets, basics, day.IsLight);
        if (!_written.TryGetValue(key, out var blocks))
            _written[key] = blocks = Written(Blocks(shape, placed, sets, basics));
        return blocks;
    }

    private static WrittenBlocks Written(ImmutableArray<Block> blocks) => new(blocks, TimeModel.MinutesOf(blocks));

    private ImmutableArray<Block> Blocks(SessionShape shape, ImmutableArray<PlacedState> placed, int sets, bool basics)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(6);
        blocks.Add(new(BlockKind.WarmUp, _prescriptions.WarmUp(shape.WarmUpSeconds, basics)));
        for (var kind = BlockKind.Activation; kind <= BlockKind.Calves; kind++)
        {
            var exercises = ImmutableArray.CreateBuilder<Prescription>();
            foreach (var place in placed)
                if (BlockOf(place.Kind) == kind)
                    exercises.Add(_prescriptions.Of(place, sets, shape.RestSeconds));
            if (exercises.Count > 0)
                blocks.Add(new(kind, exercises.DrainToImmutable()));
        }

        return blocks.DrainToImmutable();
    }

    private static BlockKind BlockOf(SlotKind kind) => kind switch
    {
        SlotKind.Abductor or SlotKind.Activation => BlockKind.Activation,
        SlotKind.Power => BlockKind.Power,
        SlotKind.Hinge or SlotKind.Unilateral or SlotKind.Second => BlockKind.Main,
        SlotKind.Upper => BlockKind.UpperBody,
        SlotKind.Core or SlotKind.SecondCore or SlotKind.ThirdCore => BlockKind.Core,
        SlotKind.Calves => BlockKind.Calves,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private readonly record struct WrittenBlocks(ImmutableArray<Block> Blocks, int Minutes);

    private readonly record struct BlockKey(ImmutableArray<PlacedState> Placed, int Sets, bool Basics, bool Light);
}
