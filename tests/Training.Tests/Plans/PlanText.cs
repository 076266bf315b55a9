using System.Globalization;
using System.Text;

namespace StrengthDays.Training.Tests.Plans;

/// <summary>A plan as a coach would write it down: one line an exercise, only what changed from the same weekday before.</summary>
internal static class PlanText
{
    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        Section(text, "Weekdays", plan.Placement.Select(p => $"{p.Weekday,-10}{(p.Strength ? "x " : "  ")}{p.Why}"));
        Section(text, "Phases", plan.Phases.Select(p =>
            $"{Iso(p.From)} to {Iso(p.To)}  {Words.Phase(p.Phase),-20}{p.Sets} sets  {p.Why}"));
        Section(text, "Notices", plan.Notices);
        Section(text, "Weeks", plan.Weeks.Select(Line));
        text.Append("Sessions\n");
        Dictionary<DayOfWeek, string> last = [];
        foreach (var session in plan.Sessions)
            Append(text, session, last);
        return text.ToString();
    }

    public static string LineOf(Prescription e) =>
        $"{e.Exercise.Ref} {e.Exercise.Name}: {Number(e.Sets)} x {Dose(e)}{(e.Exercise.PerSide ? " each side" : "")}"
        + $"{(e.Tempo is null ? "" : $", tempo {e.Tempo}")}{(e.Load.Hint is null ? "" : $", {e.Load.Hint}")}";

    private static string Line(PlanWeek week)
    {
        var toGo = week.WeeksToRace is { } weeks ? Number(weeks) : "-";
        return $"{Iso(week.Monday)}  {Words.Phase(week.Phase),-20}{toGo,3} weeks to go {Number(week.TotalSets),3} sets  {string.Join("; ", week.Notes)}"
            .TrimEnd();
    }

    private static void Append(StringBuilder text, Session session, Dictionary<DayOfWeek, string> last)
    {
        var body = new StringBuilder();
        foreach (var block in session.Blocks)
            foreach (var exercise in block.Exercises)
                body.Append("    ").Append(block.Kind.ToString().PadRight(11)).Append(LineOf(exercise)).Append('\n');
        text.Append("  ").Append(session.Date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("  ")
            .Append(session.Title).Append("  (").Append(Number(session.EstimatedMinutes)).Append(" min)\n")
            .Append("    ").Append(session.Why).Append('\n');
        if (last.TryGetValue(session.Date.DayOfWeek, out var before) && before == body.ToString())
            text.Append("    as the week before\n");
        else
            text.Append(body);
        last[session.Date.DayOfWeek] = body.ToString();
    }

    private static string Dose(Prescription e) => e.HoldSeconds is { } hold ? $"{Number(hold)} s" : Number(e.Reps!.Value);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(title).Append('\n');
        foreach (var line in lines)
            text.Append("  ").Append(line).Append('\n');
        text.Append('\n');
    }
}
