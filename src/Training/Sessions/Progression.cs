namespace StrengthDays.Training;

/// <summary>
/// How one exercise moves from week to week: repetitions, then load, a slower tempo or a harder version (R067, R068,
/// R076, R138 to R142, D5). Only ever one of them at a time.
/// </summary>
internal static class Progression
{
    /// <summary>The body-weight stand-in of the first weeks; null when even that is not for this runner.</summary>
    public static SlotState? Foundation(Family family, Kit kit, int week)
    {
        var exercise = kit.AllowsUnloaded(family.Foundation) ? family.Foundation : FirstUnloaded(family, kit);
        return exercise is null ? null : At(family, exercise, 0, exercise.Dose!.Start, week);
    }

    /// <summary>Where general preparation begins: the first load the runner has, at the lower bound (R140).</summary>
    public static SlotState? Entry(Family family, Kit kit)
    {
        if (family.Entry is { } entry && kit.Allows(entry))
            return At(family, entry, StepOf(entry, kit), entry.Dose!.Start, 0);
        Exercise? unloaded = null;
        foreach (var member in family.Members)
        {
            if (!kit.Allows(member))
                continue;
            if (kit.ImplementFor(member) != Equipment.None && (unloaded is null || kit.IsBuiltOnWeight(member)))
                return At(family, member, 1, member.Dose!.Lower, 0);
            unloaded ??= member;
        }

        return unloaded is null ? null : At(family, unloaded, 0, unloaded.Dose!.Start, 0);
    }

    /// <summary>One repetition or 5 seconds more; null at the ceiling.</summary>
    public static SlotState? More(SlotState state, int week, Kit kit)
    {
        var ceiling = kit.CeilingOf(state.Exercise.Dose!);
        return state.Amount < ceiling
            ? state with { Amount = Math.Min(ceiling, state.Amount + StepOf(state.Exercise.Dose!)), Changed = week }
            : null;
    }

    /// <summary>Whether so soon after the last change nothing may rise yet.</summary>
    public static bool MustWait(SlotState state, int week, Kit kit) => week - state.Changed < kit.WeeksPerRep;

    /// <summary>
    /// What comes when repetitions cannot rise: load, else a slower tempo, else the harder version; repetitions return
    /// to the lower bound. Null when nothing is left, or load rose too short a while ago.
    /// </summary>
    public static SlotState? Harder(SlotState state, int week, Kit kit)
    {
        var lower = state.Exercise.Dose!.Lower;
        if (kit.ImplementFor(state.Exercise) != Equipment.None)
            return week - state.Loaded >= kit.WeeksPerLoad
                ? state with { Step = state.Step + 1, Amount = lower, Loaded = week, Changed = week }
                : null;
        if (state.Tempo is null && state.Exercise.Dose.Unit is DoseUnit.Reps
            && state.Exercise.Category is not Category.Plyometric)
            return state with { Tempo = Family.Slow, Amount = lower, Changed = week };
        return NextMember(state, kit) is { } member
            ? At(state.Family, member, StepOf(member, kit), member.Dose!.Lower, week)
            : null;
    }

    /// <summary>
    /// Back from a slow tempo to an even pace, to make time; null where the slowness belongs to the exercise (R116,
    /// R119).
    /// </summary>
    public static SlotState? AtEvenPace(SlotState state, int week) =>
        state.Tempo is not null && state.Tempo != (state.Exercise.Tempo ?? state.Family.Tempo)
            ? state with { Tempo = null, Changed = week }
            : null;

    /// <summary>Back to the lower bound, so that something else finds time to rise; null when it is there.</summary>
    public static SlotState? AtLowerBound(SlotState state, int week) =>
        state.Amount > state.Exercise.Dose!.Lower
            ? state with { Amount = state.Exercise.Dose.Lower, Changed = week }
            : null;

    /// <summary>With a load that another day of the week has reached, at the lower bound again (D5, R140).</summary>
    public static SlotState Carried(SlotState state, int step, int week) => state with
    {
        Step = step,
        Amount = Math.Min(state.Amount, state.Exercise.Dose!.Lower),
        Loaded = week,
        Changed = week,
    };

    /// <summary>The same exercise at an even pace and its lower bound.</summary>
    public static SlotState Anew(SlotState state, int week)
    {
        var even = AtEvenPace(state, week) ?? state;
        return AtLowerBound(even, week) ?? even;
    }

    private static Exercise? NextMember(SlotState state, Kit kit)
    {
        var index = state.Family.Members.IndexOf(state.Exercise);
        for (var i = index + 1; index >= 0 && i < state.Family.Members.Length; i++)
            if (kit.Allows(state.Family.Members[i]))
                return state.Family.Members[i];
        return null;
    }

    private static Exercise? FirstUnloaded(Family family, Kit kit)
    {
        foreach (var member in family.Members)
            if (kit.AllowsUnloaded(member))
                return member;
        return null;
    }

    private static SlotState At(Family family, Exercise exercise, int step, int amount, int week) =>
        new(family, exercise, step, exercise.Tempo ?? family.Tempo, amount, week, week);

    private static int StepOf(Exercise exercise, Kit kit) => kit.ImplementFor(exercise) == Equipment.None ? 0 : 1;

    private static int StepOf(Dose dose) => dose.Unit is DoseUnit.Seconds ? 5 : 1;
}
