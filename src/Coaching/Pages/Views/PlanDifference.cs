using System.Collections.Immutable;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Views;

/// <summary>What other answers would do to a plan and its mails from today on, in sentences.</summary>
internal static class PlanDifference
{
    private const int MostNames = 6;

    /// <param name="today">The runner's date; what lies before it never changes.</param>
    /// <returns>One sentence at least.</returns>
    public static ImmutableArray<string> Between(
        (Enrolment Answers, Plan Plan) before, (Enrolment Answers, Plan Plan) after, DateOnly today)
    {
        var (was, now) = (Ahead(before.Plan, today), Ahead(after.Plan, today));
        ImmutableArray<string> all =
        [
            .. Mails(before.Answers, after.Answers),
            .. Became("Strength falls on ", Weekdays(before.Plan), Weekdays(after.Plan)),
            .. Became("The next session is ", Next(was), Next(now)),
            .. Phases(before.Plan, after.Plan, today),
            .. Became("Still to come: ", Amount(before.Plan, was, today), Amount(after.Plan, now, today)),
            .. Named("New in the plan: ", Exercises(now).Except(Exercises(was))),
            .. Named("No longer in the plan: ", Exercises(was).Except(Exercises(now))),
        ];
        return all switch
        {
            [] when Same(was, now) => ["Nothing would change."],
            [] => ["Sets, repetitions or order change a little; days and phases stay."],
            _ => all,
        };
    }

    private static ImmutableArray<Session> Ahead(Plan plan, DateOnly today) =>
        [.. plan.Sessions.Where(s => s.Date >= today)];

    private static IEnumerable<string> Mails(Enrolment before, Enrolment after) =>
    [
        .. Became("Mails come at ", Time(before), Time(after)),
        .. Became("Loads are given in ", Units(before), Units(after)),
        .. Switched("the week ahead on Mondays", before.WeeklyLookAhead, after.WeeklyLookAhead),
        .. Switched("five minutes before runs", before.Training.PreRunPrimer, after.Training.PreRunPrimer),
    ];

    private static string Time(Enrolment answers) => $"{Dates.Time(answers.SendAt)} in {answers.TimeZone}";

    private static string Units(Enrolment answers) =>
        answers.Training.Units is Training.Units.Metric ? "kilograms" : "pounds";

    private static IEnumerable<string> Switched(string mail, bool before, bool after) =>
        before == after ? [] : [after ? $"A mail more: {mail}." : $"No more mail with {mail}."];

    private static IEnumerable<string> Became(string start, string before, string after) =>
        before == after ? [] : [$"{start}{after} instead of {before.TrimEnd(',')}."];

    private static IEnumerable<string> Named(string start, IEnumerable<string> names)
    {
        var all = names.Order(StringComparer.Ordinal).ToList();
        var more = all.Count > MostNames ? $" and {all.Count - MostNames} more" : "";
        return all.Count == 0 ? [] : [$"{start}{string.Join(", ", all.Take(MostNames))}{more}."];
    }

    private static string Weekdays(Plan plan) =>
        plan.Placement.Where(p => p.Strength).Select(p => p.Weekday.ToString()).ToList() is { Count: > 0 } days
            ? Training.Words.List(days)
            : "no day";

    private static string Next(ImmutableArray<Session> sessions) => sessions is [var next, ..]
        ? $"{next.Title} on {Dates.Short(next.Date)}, {Counted.Minutes(next.EstimatedMinutes)},"
        : "none";

    private static string Amount(Plan plan, ImmutableArray<Session> ahead, DateOnly today)
    {
        var sets = plan.Weeks.Where(w => w.Monday.AddDays(6) >= today).Sum(w => w.TotalSets);
        return $"{Counted.Sessions(ahead.Length)} with {Counted.Sets(sets)}";
    }

    private static IEnumerable<string> Phases(Plan before, Plan after, DateOnly today)
    {
        var old = before.Phases.Where(p => p.To >= today).Select(Line).ToHashSet(StringComparer.Ordinal);
        var changed = after.Phases.Where(p => p.To >= today).Select(Line).Where(line => !old.Contains(line)).ToList();
        return changed.Count == 0 ? [] : [$"Phases that change: {string.Join("; ", changed.Take(MostNames))}."];
    }

    private static string Line(PhaseRange phase) =>
        $"{PhaseWords.Name(phase.Phase)} {Dates.Range(phase.From, phase.To)}, {Counted.Sets(phase.Sets)}";

    private static IEnumerable<string> Exercises(ImmutableArray<Session> sessions) =>
        from session in sessions
        from block in session.Blocks
        from prescription in block.Exercises
        select prescription.Exercise.Name;

    private static bool Same(ImmutableArray<Session> before, ImmutableArray<Session> after) =>
        before.Select(Words).SequenceEqual(after.Select(Words));

    private static string Words(Session session) => $"{session.Date:O} {PlanWords.Exercises(session)}";
}
