using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>The week's earlier sessions as one session sees them: no leg list stands twice in a week (R016).</summary>
/// <param name="others">Sessions of the week that are worked out already.</param>
/// <param name="cycle">The weeks of the session that looks at them.</param>
internal sealed class Neighbours(ImmutableArray<WeeklyStates> others, CycleWeeks cycle)
{
    private readonly List<ImmutableArray<PlacedState>> _beside = [];
    private int _week = -1;

    /// <summary>What stands beside the session in its first week at body weight.</summary>
    public Beside InFoundation() => new([.. others.Select(o => o.BodyWeight)]);

    /// <summary>
    /// What stands beside a training week: the others in its calendar week, and in those after it until the session
    /// moves on (an easy week, the race-block).
    /// </summary>
    public Beside In(int week)
    {
        if (_week == week)
            return new(_beside);
        _week = week;
        _beside.Clear();
        foreach (var other in others)
        {
            var last = LastBeside(other.Cycle, week);
            for (var beside = other.Cycle.WeekOn(cycle.MondayOf(week)); beside <= last; beside++)
                _beside.Add(other[beside]);
        }

        if (week + 1 >= cycle.Count)
            _beside.AddRange(cycle.BesideBlock);
        return new(_beside);
    }

    private int LastBeside(CycleWeeks other, int week) =>
        week + 1 < cycle.Count
            ? Math.Max(other.WeekOn(cycle.MondayOf(week)), other.WeekOn(cycle.MondayOf(week + 1) - 7))
            : other.Count - 1;
}

/// <summary>Other sessions of one week.</summary>
internal readonly struct Beside(List<ImmutableArray<PlacedState>> sessions, bool legsOnly = false)
{
    /// <summary>The same, where only whole leg lists may not stand twice.</summary>
    public Beside LegsOnly => new(sessions, legsOnly: true);

    /// <summary>Whether the session stands alone.</summary>
    public bool IsEmpty => sessions.Count == 0;

    /// <summary>Whether the session has to give way somewhere.</summary>
    public bool Clashes(ReadOnlySpan<PlacedState> session)
    {
        if (IsEmpty)
            return false;
        foreach (ref readonly var placed in session)
            if (Holds(placed.Kind, placed.State.Exercise))
                return true;
        return HasLegs(session);
    }

    /// <summary>
    /// Whether a place may hold an exercise; what it holds already it may hold harder, but that parts no legs.
    /// </summary>
    public bool Allows(ReadOnlySpan<PlacedState> session, int place, Exercise exercise) =>
        !legsOnly && session[place].State.Exercise == exercise
        || !Holds(session[place].Kind, exercise) && !(IsLegs(session[place].Kind) && HasLegs(session, place, exercise));

    /// <summary>Whether another session trains the exercise, wherever it stands.</summary>
    public bool Has(Exercise exercise)
    {
        foreach (var other in sessions)
            foreach (ref readonly var placed in other.AsSpan())
                if (placed.Kind > SlotKind.Activation && placed.State.Exercise == exercise)
                    return true;
        return false;
    }

    /// <summary>Whether another session has the exercise as its unilateral item.</summary>
    public bool Holds(SlotKind kind, Exercise exercise)
    {
        if (legsOnly || kind is not SlotKind.Unilateral)
            return false;
        foreach (var other in sessions)
            foreach (ref readonly var placed in other.AsSpan())
                if (placed.Kind == kind && placed.State.Exercise == exercise)
                    return true;
        return false;
    }

    /// <summary>Whether another session trains the legs with the same exercises.</summary>
    public bool HasLegs(ReadOnlySpan<PlacedState> session) => HasLegs(session, -1, null);

    private bool HasLegs(ReadOnlySpan<PlacedState> session, int place, Exercise? instead)
    {
        foreach (var other in sessions)
            if (SameLegs(session, place, instead, other.AsSpan()))
                return true;
        return false;
    }

    private static bool SameLegs(ReadOnlySpan<PlacedState> session, int place, Exercise? instead,
        ReadOnlySpan<PlacedState> other)
    {
        int legs = 0, others = 0;
        for (var i = 0; i < session.Length; i++)
        {
            if (!IsLegs(session[i].Kind))
                continue;
            legs++;
            if (!Trains(other, i == place ? instead! : session[i].State.Exercise))
                return false;
        }

        foreach (ref readonly var placed in other)
            if (IsLegs(placed.Kind))
                others++;
        return legs > 0 && legs == others;
    }

    private static bool Trains(ReadOnlySpan<PlacedState> other, Exercise exercise)
    {
        foreach (ref readonly var placed in other)
            if (IsLegs(placed.Kind) && placed.State.Exercise == exercise)
                return true;
        return false;
    }

    private static bool IsLegs(SlotKind kind) =>
        kind is SlotKind.Hinge or SlotKind.Unilateral or SlotKind.Second or SlotKind.Calves;
}
