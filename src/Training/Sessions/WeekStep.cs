using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <summary>One week of progress for a whole session: its exercises share the minutes (R067, R138, section 3.1).</summary>
internal sealed class WeekStep
{
    // A place that could not change for so long takes another exercise (R137).
    private const int StaleWeeks = 2;

    /// <summary>Who takes the spare minutes first: the single-leg work runners need most (R066, R068).</summary>
    private static readonly ImmutableArray<SlotKind> Order =
    [
        SlotKind.Unilateral, SlotKind.Hinge, SlotKind.Second, SlotKind.Calves, SlotKind.Core,
        SlotKind.SecondCore, SlotKind.ThirdCore, SlotKind.Upper, SlotKind.Power,
    ];

    private readonly SessionShape _shape;
    private readonly Kit _kit;
    private readonly int _week;
    private readonly ImmutableArray<PlacedState> _before;
    private readonly PlacedState[] _states;
    private int _free;

    public WeekStep(SessionShape shape, Kit kit, int week, ImmutableArray<PlacedState> before)
    {
        (_shape, _kit, _week, _before) = (shape, kit, week, before);
        _states = before.ToArray();
        _free = shape.Free(_states);
    }

    /// <summary>What may take a place that has nowhere to go.</summary>
    public delegate SlotState? Rotation(PlacedState[] states, int place, int week, Place room);

    /// <summary>
    /// The session a week later: first repetitions, as far as the minutes go; then load, tempo or a harder version where
    /// repetitions could not rise; last, repetitions after all where that has freed the time.
    /// </summary>
    public ImmutableArray<PlacedState> Taken(Rotation rotate)
    {
        ForEach(i => Progression.More(_states[i].State, _week, _kit));
        ForEach(i => HasChanged(i) ? null : Harder(i, rotate));
        ForEach(i => IsHarder(i) ? Progression.More(_before[i].State, _week, _kit) : null);
        // An unchanged week shares its array, and with it everything written from it.
        return _states.AsSpan().SequenceEqual(_before.AsSpan()) ? _before : ImmutableCollectionsMarshal.AsImmutableArray(_states);
    }

    private SlotState? Harder(int i, Rotation rotate)
    {
        var state = _states[i].State;
        if (Progression.Harder(state, _week, _kit) is { } harder && RoomOf(i).Fits(harder))
            return harder;
        return _week - state.Changed >= StaleWeeks && !IsLoading(state) ? rotate(_states, i, _week, RoomOf(i)) : null;
    }

    /// <summary>A loaded exercise waits for its next rise of load rather than give way.</summary>
    private bool IsLoading(SlotState state) => _kit.ImplementFor(state.Exercise) != Equipment.None;

    private bool IsHarder(int i) => _states[i].State.Exercise == _before[i].State.Exercise
        && (_states[i].State.Step, _states[i].State.Tempo) != (_before[i].State.Step, _before[i].State.Tempo);

    private bool HasChanged(int i) => _states[i].State != _before[i].State;

    private Place RoomOf(int i) => new(_states[i].Kind, _shape, _free + _shape.Cost(_states[i].Kind, _states[i].State));

    private void ForEach(Func<int, SlotState?> offer)
    {
        foreach (var kind in Order)
            for (var i = 0; i < _states.Length; i++)
                if (_states[i].Kind == kind && !Progression.MustWait(_before[i].State, _week, _kit)
                    && offer(i) is { } state && RoomOf(i).Fits(state))
                    Put(i, state);
    }

    private void Put(int i, SlotState state)
    {
        _free += _shape.Cost(_states[i].Kind, _states[i].State) - _shape.Cost(_states[i].Kind, state);
        _states[i] = _states[i] with { State = state };
    }
}

/// <param name="Kind">Where an exercise stands.</param>
/// <param name="Shape">The session it stands in.</param>
/// <param name="Seconds">The most it may take, all sets, rests and set-up counted.</param>
internal readonly record struct Place(SlotKind Kind, SessionShape Shape, int Seconds)
{
    public bool Fits(SlotState state) => Shape.Cost(Kind, state) <= Seconds;
}
