using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StrengthDays.Training;

/// <summary>
/// One week of progress for a whole session: its exercises share the minutes (R067, R138, section 3.1).
/// </summary>
internal sealed class WeekStep
{
    // A place that could not change for so long takes another exercise (R137).
    public const int StaleWeeks = 2;

    // No place stays as it is for longer, whatever has to make room for it.
    private const int LongestWeeks = 5;

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
    private PlacedState[] _states;
    private readonly Swaps _swaps;
    private readonly ImmutableArray<Slot> _slots;
    // The places that may change this week, in the order in which they take the spare minutes.
    private readonly int[] _turns;
    private int _free;
    private bool _keepsForSquats = true;

    /// <param name="shape">Which session of the week.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="week">The training week that comes.</param>
    /// <param name="before">The session of the week before it.</param>
    /// <param name="swaps">What may take a place that has nowhere to go.</param>
    /// <param name="slots">What each place may hold.</param>
    public WeekStep(
        SessionShape shape, Kit kit, int week, ImmutableArray<PlacedState> before, Swaps swaps,
        ImmutableArray<Slot> slots)
    {
        (_shape, _kit, _week, _before, _swaps, _slots) = (shape, kit, week, before, swaps, slots);
        _states = before.ToArray();
        _free = shape.Free(_states);
        _turns = Turns();
    }

    private int[] Turns()
    {
        Span<int> turns = stackalloc int[_states.Length];
        var count = 0;
        foreach (var kind in Order)
            for (var i = 0; i < _states.Length; i++)
                if (_states[i].Kind == kind && !Progression.MustWait(_states[i].State, _week, _kit))
                    turns[count++] = i;
        return turns[..count].ToArray();
    }

    /// <summary>
    /// The session a week later: first repetitions, as far as the minutes go; then load, tempo or a harder version
    /// where repetitions could not rise; then repetitions after all where that has freed the time; last, other
    /// exercises where nothing has moved for too long.
    /// </summary>
    public ImmutableArray<PlacedState> Taken()
    {
        ForEach(static (step, i) => Progression.More(step._states[i].State, step._week, step._kit));
        ForEach(static (step, i) => step.HasChanged(i) || step.WaitsForSquats(i) ? null : step.Harder(i));
        ForEach(static (step, i) => step.IsHarder(i) ? step.MoreThanBefore(i) : null);
        Renew();
        // An unchanged week shares its array, and with it everything written from it.
        return _states.AsSpan().SequenceEqual(_before.AsSpan())
            ? _before
            : ImmutableCollectionsMarshal.AsImmutableArray(_states);
    }

    /// <summary>Where something else has made room, what the load had taken the place of rises after all.</summary>
    private void RatherMoreThanLoad()
    {
        _keepsForSquats = false;
        _free = _shape.Free(_states);
        ForEach(static (step, i) =>
            step.IsHarder(i) && step._states[i].State.Loaded == step._week ? step.MoreThanBefore(i) : null);
    }

    private SlotState? MoreThanBefore(int i) => Progression.More(_before[i].State, _week, _kit);

    private SlotState? Harder(int i)
    {
        var state = _states[i].State;
        if (Progression.Harder(state, _week, _kit) is { } harder && Fits(i, harder)
            && !Swaps.IsElsewhere(_states, i, harder.Exercise)
            && !Swaps.IsElsewhere(_before.AsSpan(), i, harder.Exercise))
            return harder;
        return _week - state.Changed >= StaleWeeks && !IsLoading(state)
            ? _swaps.Single(_states, _slots, i, _week)
            : null;
    }

    /// <summary>
    /// The whole session stays the same for three weeks at most, and no place of it much longer (R137). Where nothing
    /// can change, what goes first when time is short makes room.
    /// </summary>
    private void Renew()
    {
        var (isStale, isOverdue) = Age();
        if (!isStale && !isOverdue)
            return;
        foreach (var i in LongestUnchangedFirst())
            if ((isStale || IsOverdue(i)) && _swaps.Renew(_states, _slots, i, _week))
            {
                RatherMoreThanLoad();
                return;
            }

        if (isStale)
            MakeTime();
        else if (_shape.Format is SessionFormat.Full)
            Spare(_states.Any(p => p.Kind is SlotKind.ThirdCore) || _shape.Minutes >= 45
                ? SlotKind.ThirdCore
                : SlotKind.SecondCore);
    }

    /// <summary>
    /// What the session can do without leaves its minutes to the rest (section 3, when time is short).
    /// </summary>
    private void Spare(SlotKind kind) => _states = [.. _states.Where(p => p.Kind != kind)];

    /// <summary>
    /// Whether nothing has changed for too long, and whether some place has not. Jumps come on top and end with the
    /// phase: they do not keep the rest from standing still.
    /// </summary>
    private (bool IsStale, bool IsOverdue) Age()
    {
        var (isStale, isOverdue) = (true, false);
        for (var i = 0; i < _states.Length; i++)
        {
            isStale &= _states[i].Kind is SlotKind.Power || _week - _states[i].State.Changed >= StaleWeeks;
            isOverdue |= IsOverdue(i);
        }

        return (isStale, isOverdue);
    }

    private bool IsOverdue(int i) =>
        _states[i].Kind > SlotKind.Activation && _week - _states[i].State.Changed >= LongestWeeks;

    private IEnumerable<int> LongestUnchangedFirst() => Enumerable.Range(0, _states.Length)
        .Where(i => _states[i].Kind > SlotKind.Activation)
        .OrderBy(i => _states[i].State.Changed).ThenBy(i => Order.IndexOf(_states[i].Kind));

    /// <summary>
    /// Where nothing else is left to change, the longest exercise begins anew and the others use its time.
    /// </summary>
    private void MakeTime()
    {
        int longest = -1, most = 0;
        for (var i = 0; i < _states.Length; i++)
            if (_states[i].Kind > SlotKind.Activation && Progression.AtLowerBound(_states[i].State, _week) is { } lower
                && _shape.Cost(_states[i].Kind, _states[i].State) - _shape.Cost(_states[i].Kind, lower) is var gain
                    && gain > most)
                (longest, most) = (i, gain);
        if (longest >= 0)
            _states[longest] =
                _states[longest] with { State = Progression.AtLowerBound(_states[longest].State, _week)!.Value };
    }

    /// <summary>A loaded exercise waits for its next rise of load rather than give way.</summary>
    private bool IsLoading(SlotState state) => _kit.ImplementFor(state.Exercise) != Equipment.None;

    private bool IsHarder(int i) => _states[i].State.Exercise == _before[i].State.Exercise
        && (_states[i].State.Step, _states[i].State.Tempo) != (_before[i].State.Step, _before[i].State.Tempo);

    private bool HasChanged(int i) => _states[i].State.Changed == _week;

    private bool Fits(int i, SlotState state) =>
        Costs(i, state) is var seconds && seconds <= _free && (seconds <= 0 || seconds <= _free - KeptBeside(i));

    private int Costs(int i, SlotState state) =>
        _shape.Cost(_states[i].Kind, state) - _shape.Cost(_states[i].Kind, _states[i].State);

    /// <summary>What has its next repetition as soon as single-leg squats have theirs takes no load instead.</summary>
    private bool WaitsForSquats(int i) => KeptBeside(i) > 0
        && Progression.More(_states[i].State, _week, _kit) is { } more && Costs(i, more) <= _free && !Fits(i, more);

    /// <summary>
    /// Seconds that nothing else takes, so that single-leg squats have their next repetition: from 10 to 15 in five
    /// weeks (R068).
    /// </summary>
    private int KeptBeside(int i)
    {
        var squats = _kit.Families.SingleLegSquat;
        if (!_keepsForSquats || _states[i].State.Family == squats)
            return 0;
        foreach (ref readonly var place in _states.AsSpan())
            if (place.State.Family == squats && Progression.More(place.State, _week, _kit) is { } more)
                return _shape.Cost(place.Kind, more) - _shape.Cost(place.Kind, place.State);
        return 0;
    }

    private void ForEach(Func<WeekStep, int, SlotState?> offer)
    {
        foreach (var i in _turns)
            if (offer(this, i) is { } state && Fits(i, state))
                Put(i, state);
    }

    private void Put(int i, SlotState state)
    {
        _free += _shape.Cost(_states[i].Kind, _states[i].State) - _shape.Cost(_states[i].Kind, state);
        _states[i] = _states[i] with { State = state };
    }
}
