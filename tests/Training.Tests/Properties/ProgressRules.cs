using System.Globalization;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// How one exercise moves on one weekday from session to session of a cycle (R067, R068, R137, R138, R140, section 3 Progression).
/// </summary>
internal static class ProgressRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        foreach (var cycle in season.Plan.Sessions.GroupBy(s => season.CycleOf(s.Date)))
        {
            Dictionary<(string Ref, int Step), DateOnly> reached = [];
            foreach (var violation in OneLoad(season, cycle, reached))
                yield return violation;
            foreach (var weekday in cycle.Where(s => !PlannedSeason.IsLight(s)).GroupBy(s => s.Date.DayOfWeek))
                foreach (var violation in Steps(season, [.. weekday], reached).Concat(Stale(season, [.. weekday])))
                    yield return violation;
        }
    }

    /// <summary>What is lifted on one weekday is lifted on the next: a load that has risen does not fall again in its cycle.</summary>
    private static IEnumerable<string> OneLoad(
        PlannedSeason season, IEnumerable<Session> cycle, Dictionary<(string Ref, int Step), DateOnly> reached)
    {
        Dictionary<string, (int Step, Session Session)> latest = [];
        // An easy week and the race-block repeat what the weekday had (R126).
        foreach (var session in cycle.Where(s => s.Phase is not (Phase.EasyWeek or Phase.RaceBlock)))
            foreach (var e in session.Working().Where(e => StepOf(e.Load) > 0))
            {
                var step = StepOf(e.Load);
                var (before, last) = latest.GetValueOrDefault(e.Exercise.Ref);
                if (step < before)
                    yield return FormattableString.Invariant($"R140: load step {before}, then {step} ({e.Exercise.Ref}) [{session.Phase} {session.Date:yyyy-MM-dd}, before {last!.Phase} {last.Date:yyyy-MM-dd}]");
                if (step <= before)
                    continue;
                if (last is not null && session.Date.DayNumber - reached[(e.Exercise.Ref, before)].DayNumber < Spacing(season))
                    yield return FormattableString.Invariant($"R138: load rises twice within {Spacing(season)} days ({e.Exercise.Ref}) [{session.Phase} {session.Date:yyyy-MM-dd}]");
                latest[e.Exercise.Ref] = (step, session);
                reached[(e.Exercise.Ref, step)] = session.Date;
            }
    }

    private static int Spacing(PlannedSeason season) =>
        season.Runner.IsNew || season.Asked.AgeBand == AgeBand.SixtyPlus ? 21 : 14;

    private static int StepOf(Load load) => load switch
    {
        { Kind: LoadKind.BodyWeight } => 0,
        { Hint: "medium band" } => 2,
        { Hint: "heavy band" } => 3,
        { Hint: { } hint } when hint.StartsWith("load step ", StringComparison.Ordinal) =>
            int.Parse(hint.AsSpan("load step ".Length, hint.IndexOf(':', StringComparison.Ordinal) - "load step ".Length), CultureInfo.InvariantCulture),
        _ => 1,
    };

    private static IEnumerable<string> Steps(
        PlannedSeason season, Session[] sessions, Dictionary<(string Ref, int Step), DateOnly> reached)
    {
        Dictionary<string, Seen> seen = [];
        foreach (var (index, session) in sessions.Index())
            foreach (var e in session.Working())
            {
                if (seen.TryGetValue(e.Exercise.Ref, out var last))
                    foreach (var violation in Step(season, new(last, session, e, WasStuck(sessions, index), IsCarried(session, e, reached), session.Working().Any(o => BringsLoad(o, last.Session) && IsCarried(session, o, reached)))))
                        yield return FormattableString.Invariant($"{violation} ({e.Exercise.Ref}) [{session.Phase} {session.Date:yyyy-MM-dd}, last {last.Session.Phase} {last.Session.Date:yyyy-MM-dd}]");
                seen[e.Exercise.Ref] = Seen.After(seen.GetValueOrDefault(e.Exercise.Ref), session, e);
            }
    }

    /// <summary>Whether another weekday has lifted the load before.</summary>
    private static bool IsCarried(Session session, Prescription e, Dictionary<(string Ref, int Step), DateOnly> reached) =>
        reached.TryGetValue((e.Exercise.Ref, StepOf(e.Load)), out var first) && first < session.Date;

    /// <summary>Whether an exercise has another load than the last time: what comes from another weekday is at its lower bound, too late for its minutes to serve the others.</summary>
    private static bool BringsLoad(Prescription e, Session last) =>
        last.Working().Any(l => l.Exercise == e.Exercise && l.Load != e.Load);

    private static IEnumerable<string> Step(PlannedSeason season, Change change)
    {
        // After the foundation between two races the block takes up what general preparation ended with (R126).
        if (change.Session.Phase == Phase.RaceBlock && change.Last.Session.Phase == Phase.Foundation)
            return [];
        if (change.Load)
            return LoadStep(season, change);
        return change.Tempo
            ? change.Rise > 0 && change.Weeks < 2 ? ["R076: tempo and amount rise at once"] : []
            : AmountStep(season, change);
    }

    private static IEnumerable<string> AmountStep(PlannedSeason season, Change change)
    {
        var isHold = change.Now.HoldSeconds is not null;
        var most = (isHold ? 5 : 1) * change.Weeks;
        if (change.Rise > most)
            yield return $"R138: {change.Last.Amount} to {change.Now.Amount()} in {change.Weeks} weeks";
        // Three sets instead of two, or jumps, take the minutes that repetitions had; after a week away one may begin anew. So may
        // what is no main lift, where another exercise, tempo or load comes in.
        if (change.Rise < 0 && !change.BringsJumps && !(change.IsBesideNew && PlannedSeason.IsAccessory(change.Now)) && !change.WasStuck && change.Last.Session.Phase is not (Phase.Foundation or Phase.EasyWeek) && change.Weeks < 2)
            yield return $"R138: falls back from {change.Last.Amount} to {change.Now.Amount()}";
        if (season.Asked.AgeBand == AgeBand.SixtyPlus && !isHold && change.Rise > 0 && change.DaysSince(change.Last.Raised) < 14)
            yield return "3.1 Safety: repetitions rise again within 2 weeks at 60 plus";
    }

    private static IEnumerable<string> LoadStep(PlannedSeason season, Change change)
    {
        var dose = change.Now.Exercise.Dose!;
        var first = change.Last.Load.Kind == LoadKind.BodyWeight;
        if (change.Rise > 0)
            yield return $"R138: load rises with repetitions, {change.Last.Amount} to {change.Now.Amount()}";
        if (change.Now.Amount() != dose.Lower && !(first && change.Now.Amount() == dose.Start))
            yield return $"D5: {change.Now.Amount()} repetitions with the new load, lower bound {dose.Lower}";
        if (change.Now.Load.Kind < change.Last.Load.Kind && change.Weeks < 2)
            yield return $"R140: load falls from {change.Last.Load.Kind} to {change.Now.Load.Kind}";
        if (!change.IsCarried && change.Last.Loaded is { } loaded && change.Session.Date.DayNumber - loaded.DayNumber < Spacing(season))
            yield return $"R138: load rises twice in {change.Session.Date.DayNumber - loaded.DayNumber} days";
        // After weeks away a lighter load is no rise; one that another weekday has lifted has risen there.
        if (!first && !change.IsCarried && !change.IsBesideCarried && change.Now.Load.Kind >= change.Last.Load.Kind && change.Last.Amount < Ceiling(season, dose) && SameExercises(change) && Fits(season, change))
            yield return $"3.1 Ceilings: load rises at {change.Last.Amount} repetitions, ceiling {dose.Ceiling}";
    }

    private static int Ceiling(PlannedSeason season, Dose dose) =>
        dose.Unit == DoseUnit.Seconds && season.Asked.AgeBand == AgeBand.SixtyPlus ? Math.Min(30, dose.Ceiling) : dose.Ceiling;

    /// <summary>
    /// Whether one repetition more fitted the minutes at 3 sets, however far the session's other steps of the week had been taken.
    /// </summary>
    private static bool Fits(PlannedSeason season, Change change)
    {
        var more = change.Last.Prescription with { Reps = change.Last.Amount + 1 };
        var seconds = new[] { change.Last.Session, change.Session }
            .SelectMany(s => s.Blocks, (_, block) => block)
            .SelectMany(b => b.Exercises, (b, e) => (e.Exercise.Ref, Seconds: AtThreeSets(b.Kind, e.Exercise.Ref == more.Exercise.Ref ? more : e)))
            .GroupBy(e => e.Ref)
            .Sum(e => e.Max(x => x.Seconds));
        return seconds <= 60 * Math.Min(50, season.Asked.Minutes);
    }

    /// <summary>Where another exercise came or went that week, its minutes came too late for this one.</summary>
    private static bool SameExercises(Change change) => change.Last.Session.Working().Select(e => e.Exercise.Ref)
        .SequenceEqual(change.Session.Working().Select(e => e.Exercise.Ref));

    private static int AtThreeSets(BlockKind block, Prescription e) =>
        SessionRules.Seconds(block, block > BlockKind.Activation ? e with { Sets = 3 } : e);

    /// <summary>R137 binds general preparation: three weeks alike are enough, and no main lift stays for two months.</summary>
    private static IEnumerable<string> Stale(PlannedSeason season, Session[] sessions)
    {
        for (var from = 0; from < sessions.Length; from++)
        {
            var run = sessions.Skip(from).TakeWhile((s, i) =>
                s.Phase == Phase.GeneralPreparation && s.Date == sessions[from].Date.AddDays(7 * i)).ToList();
            // Two exercises cannot take turns with anything.
            if (run.Count > 3 && !season.IsCrowded(Phase.GeneralPreparation) && run[0].Working().Count() > 2 && run.Take(4).Select(InAnyOrder).Distinct().Count() == 1)
                yield return FormattableString.Invariant($"R137: nothing changes from {run[0].Date:yyyy-MM-dd} to {run[3].Date:yyyy-MM-dd}");
            // Who rules exercises out may leave a place with a single one.
            if (run.Count > 8 && season.Asked.Avoid.IsEmpty)
                foreach (var item in MainLifts(run[0]).Where(p => run.Take(9).All(s => MainLifts(s).Contains(p))))
                    yield return FormattableString.Invariant($"R137: '{item}' stays from {run[0].Date:yyyy-MM-dd} to {run[8].Date:yyyy-MM-dd}");
        }
    }

    /// <summary>The same exercises in another order are no change.</summary>
    private static string InAnyOrder(Session session) =>
        string.Join("; ", session.Pattern().Split("; ").Order(StringComparer.Ordinal));

    private static IEnumerable<string> MainLifts(Session session) => session.In(BlockKind.Main).Select(e => e.Pattern());

    /// <summary>The last time an exercise stood on this weekday.</summary>
    private sealed record Seen(Session Session, Prescription Prescription, DateOnly? Loaded, DateOnly? Raised)
    {
        public int Amount => Prescription.Amount();

        public Load Load => Prescription.Load;

        public static Seen After(Seen? last, Session session, Prescription e)
        {
            var loaded = e.Load.Kind == LoadKind.BodyWeight ? null : last?.Load == e.Load ? last.Loaded : session.Date;
            var raised = last is not null && e.Amount() > last.Amount ? session.Date : last?.Raised;
            return new(session, e, loaded, raised);
        }
    }

    /// <summary>Two sessions alike: then something may begin anew, so that the others find time to rise (R137).</summary>
    private static bool WasStuck(Session[] sessions, int index) =>
        index > 1 && sessions[(index - 2)..index].Select(InAnyOrder).Distinct().Count() == 1;

    private sealed record Change(Seen Last, Session Session, Prescription Now, bool WasStuck, bool IsCarried, bool IsBesideCarried)
    {
        public bool Load => Now.Load != Last.Load;

        public bool Tempo => Now.Tempo != Last.Prescription.Tempo;

        public bool BringsJumps => Session.In(BlockKind.Power).Any() && !Last.Session.In(BlockKind.Power).Any();

        public bool IsBesideNew => Session.Working().Any(e => Last.Session.Working()
            .All(l => (l.Exercise, l.Tempo, l.Load) != (e.Exercise, e.Tempo, e.Load)));

        public int Rise => Now.Amount() - Last.Amount;

        public int Weeks => Math.Max(1, (Session.Date.DayNumber - Last.Session.Date.DayNumber) / 7);

        public int DaysSince(DateOnly? date) => date is { } d ? Session.Date.DayNumber - d.DayNumber : int.MaxValue;
    }
}
