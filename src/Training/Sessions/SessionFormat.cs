namespace StrengthDays.Training;

/// <summary>The shapes a session can have (D1, D2, Y7, section 3.1).</summary>
internal enum SessionFormat
{
    /// <summary>Under 30 minutes: hinge, bridge, plank, calf raise with 15-second rests.</summary>
    Circuit,

    /// <summary>Activation, hinge, unilateral, core, calves (R123).</summary>
    Full,

    /// <summary>Three activation items and seven more, from 50 minutes at most twice a week (Y7).</summary>
    Ten,

    /// <summary>Of four short sessions, the two for legs and hips.</summary>
    Legs,

    /// <summary>Of four short sessions, the two for core and upper body.</summary>
    CoreAndUpper,
}

/// <summary>Which of a week's sessions is meant, and what is true of it.</summary>
/// <param name="Index">0 for the first strength weekday, Monday first.</param>
/// <param name="Count">Sessions in the week.</param>
/// <param name="Minutes">Asked for, 15 to 60.</param>
internal readonly record struct SessionShape(int Index, int Count, int Minutes)
{
    public SessionFormat Format => (Count, Minutes) switch
    {
        (4, _) => Index % 2 == 0 ? SessionFormat.Legs : SessionFormat.CoreAndUpper,
        (_, < 30) => SessionFormat.Circuit,
        ( <= 2, >= 50) => SessionFormat.Ten,
        _ => SessionFormat.Full,
    };

    /// <summary>Short work rests 15 seconds and warms up for 2 minutes.</summary>
    public bool IsShort => Minutes < 30;

    public int RestSeconds => IsShort ? TimeModel.ShortRestSeconds : TimeModel.RestSeconds;

    public int WarmUpSeconds => IsShort ? TimeModel.CircuitWarmUpSeconds : TimeModel.WarmUpSeconds;

    /// <summary>Activation drills at most, the abductor drill included (R123, section 3.1).</summary>
    public int ActivationItems => (Format, Minutes) switch
    {
        (_, < 30) => 1,
        (SessionFormat.Legs, _) => 2,
        (_, < 35) => 1,
        _ => 4,
    };

    /// <summary>Seconds left for everything after the warm-up.</summary>
    public int WorkSeconds => Math.Min(60 * Minutes, TimeModel.LongestSeconds) - WarmUpSeconds;

    /// <summary>With split work, legs sessions count apart from core sessions.</summary>
    public int Rotation => Count == 4 ? Index / 2 : Index;

    /// <summary>Seconds one place of the session takes, with 3 sets: the most any phase asks for.</summary>
    public int Cost(SlotKind kind, in SlotState state) => kind <= SlotKind.Activation
        ? state.Seconds(1, TimeModel.ShortRestSeconds)
        : state.Seconds(3, RestSeconds) + TimeModel.SetUpSeconds;

    /// <summary>Seconds the session has left; below zero when it is too long.</summary>
    public int Free(ReadOnlySpan<PlacedState> states)
    {
        var seconds = WorkSeconds;
        foreach (ref readonly var place in states)
            seconds -= Cost(place.Kind, place.State);
        return seconds;
    }

    /// <summary>Whether a place may hold something else without making the session too long.</summary>
    public bool Fits(ReadOnlySpan<PlacedState> states, int place, SlotState state) =>
        Cost(states[place].Kind, state) <= Free(states) + Cost(states[place].Kind, states[place].State);
}
