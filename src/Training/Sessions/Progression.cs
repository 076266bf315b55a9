namespace StrengthDays.Training;

/// <summary>
/// How one exercise moves from week to week: repetitions, then load, a slower tempo or a harder version (R067, R068, R076, R138 to
/// R142, D5). Only ever one of them at a time.
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
            if (kit.ImplementFor(member) != Equipment.None)
                return At(family, member, 1, member.Dose!.Lower, 0);
            unloaded ??= member;
        }

        return unloaded is null ? null : At(family, unloaded, 0, unloaded.Dose!.Start, 0);
    }

    /// <summary>
    /// The state a week later, or the same one when it is not time, or when no minute is left: what would break the length of the
    /// session is not taken and counts as the ceiling (section 3.1, Time).
    /// </summary>
    /// <param name="state">This week.</param>
    /// <param name="week">Next week's number in the cycle.</param>
    /// <param name="kit">The runner.</param>
    /// <param name="place">Where the exercise stands and how many seconds it may take.</param>
    public static SlotState Next(SlotState state, int week, Kit kit, Place place)
    {
        var ceiling = kit.CeilingOf(state.Exercise.Dose!);
        if (state.Amount < ceiling)
        {
            if (week % kit.WeeksPerRep != 0)
                return state;
            var more = state with { Amount = Math.Min(ceiling, state.Amount + StepOf(state.Exercise.Dose!)), Changed = week };
            if (place.Fits(more))
                return more;
        }

        return Harder(state, week, kit) is { } harder && place.Fits(harder) ? harder : state;
    }

    /// <summary>One more week at body weight: repetitions only.</summary>
    public static SlotState NextFoundation(SlotState state, int week, Kit kit) => week % kit.WeeksPerRep == 0
        ? state with { Amount = Math.Min(kit.CeilingOf(state.Exercise.Dose!), state.Amount + StepOf(state.Exercise.Dose!)) }
        : state;

    private static SlotState? Harder(SlotState state, int week, Kit kit)
    {
        var lower = state.Exercise.Dose!.Lower;
        if (kit.ImplementFor(state.Exercise) != Equipment.None)
            return week - state.Loaded >= kit.WeeksPerLoad
                ? state with { Step = state.Step + 1, Amount = lower, Loaded = week, Changed = week }
                : null;
        if (state.Tempo is null && state.Exercise.Dose.Unit is DoseUnit.Reps && state.Exercise.Category is not Category.Plyometric)
            return state with { Tempo = Family.Slow, Amount = lower, Changed = week };
        return NextMember(state, kit) is { } member
            ? At(state.Family, member, StepOf(member, kit), member.Dose!.Lower, week)
            : null;
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

/// <param name="Kind">Where an exercise stands.</param>
/// <param name="Shape">The session it stands in.</param>
/// <param name="Seconds">The most it may take, all sets, rests and set-up counted.</param>
internal readonly record struct Place(SlotKind Kind, SessionShape Shape, int Seconds)
{
    public bool Fits(SlotState state) => Shape.Cost(Kind, state) <= Seconds;
}
