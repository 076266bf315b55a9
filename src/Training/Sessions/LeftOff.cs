namespace StrengthDays.Training;

/// <summary>Where each exercise of one session was left, so that what comes back goes on from there.</summary>
internal sealed class LeftOff(Kit kit)
{
    private readonly Dictionary<Exercise, SlotState> _left = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Exercise> _lastWeek = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes down a week.</summary>
    public void Note(ReadOnlySpan<PlacedState> week)
    {
        _lastWeek.Clear();
        foreach (var (kind, state) in week)
            if (kind > SlotKind.Activation)
            {
                _left[state.Family.Members[0]] = state;
                _left[state.Exercise] = state;
                _lastWeek.Add(state.Family.Members[0]);
            }
    }

    /// <summary>Whether the family was trained in the week noted last.</summary>
    public bool WasThere(Family family) => _lastWeek.Contains(family.Members[0]);

    /// <summary>The first dose of a family, its next rises counted from now.</summary>
    public SlotState? EntryAt(Family family, int week) =>
        kit.EntryOf(family) is { } entry ? entry with { Loaded = week, Changed = week } : null;

    /// <summary>Where this exercise was left, unless load comes in now; its next rise of load waits as usual.</summary>
    public SlotState? Of(SlotState state, int week) =>
        Latest(state) is { } left && left.Step >= state.Step
            && state.Family.Members.IndexOf(left.Exercise) >= state.Family.Members.IndexOf(state.Exercise)
            ? WasThere(state.Family)
                ? left with { Family = state.Family }
                : left with { Family = state.Family, Loaded = Math.Max(left.Loaded, week - 1), Changed = week }
            : null;

    /// <summary>Two families may lead to one exercise: what was done last counts.</summary>
    private SlotState? Latest(SlotState state) =>
        _left.TryGetValue(state.Family.Members[0], out var left) ? _left[left.Exercise]
        : _left.TryGetValue(state.Exercise, out left) ? left
        : null;
}
