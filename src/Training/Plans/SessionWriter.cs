using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>What decides the words and sets of one session, beside what it holds.</summary>
/// <param name="RunToday">What the runner's week holds on the day.</param>
/// <param name="IsFirstWeek">The first seven days from the plan's first session: basics for beginners (R106).</param>
/// <param name="Spared">Why the day is at body weight, whatever its phase.</param>
internal readonly record struct SessionDay(
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
    private const int MostSessions = 4;
    private const int MostBlocks = 7;

    private readonly PrescriptionWriter _prescriptions = new(kit, catalogue);

    // Weeks of one phase often hold the same: what each session of the week held last is written once.
    private readonly WrittenBlocks[] _last = new WrittenBlocks[MostSessions];

    public Session Write(SessionDay day, DayStates states)
    {
        var placed = Chosen(day, states);
        var written = BlocksOf(day, states.Shape, placed);
        return new(
            day.Date,
            day.Phase,
            SessionWords.Title(day, placed),
            written.Minutes,
            SessionWords.Why(day, written.Blocks),
            written.Blocks);
    }

    /// <summary>Whether a day's session holds anything for a light one (D18).</summary>
    public static bool HasLightWork(DayStates states, Kit kit) => !Light(states, kit).IsEmpty;

    private ImmutableArray<PlacedState> Chosen(SessionDay day, DayStates states)
    {
        if (day.IsLight)
            return Light(states, kit);
        return day.AllowsPower || !HoldsPower(states.Placed.AsSpan())
            ? states.Placed
            : [.. states.Placed.Where(p => p.Kind is not SlotKind.Power)];
    }

    private static bool HoldsPower(ReadOnlySpan<PlacedState> placed)
    {
        foreach (ref readonly var place in placed)
            if (place.Kind is SlotKind.Power)
                return true;
        return false;
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

    private WrittenBlocks BlocksOf(SessionDay day, SessionShape shape, ImmutableArray<PlacedState> placed)
    {
        var sets = day.IsLight ? 1 : Periodisation.SetsIn(day.Phase);
        var basics = day.IsFirstWeek && kit.Questionnaire.Experience is Experience.New;
        ref var last = ref _last[shape.Index];
        if (last.Placed != placed || last.Sets != sets || last.Basics != basics)
        {
            var blocks = Blocks(shape, placed.AsSpan(), sets, basics);
            last = new(placed, sets, basics, blocks, TimeModel.MinutesOf(blocks));
        }

        return last;
    }

    /// <param name="shape">Which session of the week.</param>
    /// <param name="placed">In training order, so that what belongs to one block stands together.</param>
    /// <param name="sets">Sets of the phase.</param>
    /// <param name="basics">Whether the warm-up holds the basics.</param>
    private ImmutableArray<Block> Blocks(
        SessionShape shape, ReadOnlySpan<PlacedState> placed, int sets, bool basics)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(MostBlocks);
        blocks.Add(new(BlockKind.WarmUp, _prescriptions.WarmUp(shape.WarmUpSeconds, basics)));
        for (int from = 0, to; from < placed.Length; from = to)
        {
            var kind = BlockOf(placed[from].Kind);
            for (to = from + 1; to < placed.Length && BlockOf(placed[to].Kind) == kind; to++)
            {
            }

            blocks.Add(new(kind, _prescriptions.Of(placed[from..to], sets, shape.RestSeconds)));
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

    private readonly record struct WrittenBlocks(
        ImmutableArray<PlacedState> Placed, int Sets, bool Basics, ImmutableArray<Block> Blocks, int Minutes);
}
