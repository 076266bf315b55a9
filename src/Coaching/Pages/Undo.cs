using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Pages;

/// <summary>
/// The form that takes back what was just done. It is written from the address alone, so it survives a reload; the
/// press is judged like any other.
/// </summary>
/// <param name="Button">What it says.</param>
/// <param name="Fields">What it sends.</param>
public sealed record Undo(string Button, ImmutableArray<(string Name, string Value)> Fields)
{
    private const string Prefix = "of-";

    // Servers refuse addresses of 8,192 bytes; who changed that much at once goes back to the form.
    private const int LongestQuery = 6000;

    private static readonly string[] Remembered =
        ["date", "to", "race", "was", "day", "name", "distance", "priority", "hilly"];

    /// <summary>What the address must remember of a form that was taken, to be put behind its own query.</summary>
    public static string Query(FormFields fields)
    {
        var remembered = fields.Text("do") == AnswersForm.Save
            ? ReplacedAnswers.By(fields)
            : Remembered.Select(name => (Name: name, Value: fields.Text(name))).Where(f => f.Value.Length > 0);
        var query = string.Concat(
            remembered.Select(f => $"&{Prefix}{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
        return query.Length <= LongestQuery ? query : "";
    }

    /// <summary>The way back; null where there is none, or where it would take back more than that.</summary>
    /// <param name="view">The plan as it is now.</param>
    /// <param name="query">Of the page's address.</param>
    public static Undo? Of(PlanView view, FormFields query)
    {
        return query.Text("said") switch
        {
            "pause" when view.OpenPauses.Length == 1 => new("Undo", [("do", PlanForm.Resume)]),
            PlanForm.Resume when view.OpenPauses is [] => new("Undo", [("do", PlanForm.PauseAgain)]),
            "skip" => new("Undo", [("do", "restore"), Kept("date")]),
            "move" => new("Undo", [("do", "move"), ("date", Old("to")), ("to", Old("date"))]),
            RaceForm.Moved => new(
                "Back to the old date",
                [("do", RaceForm.Moved), Kept("race"), ("was", Old("day")), ("day", Old("was"))]),
            RaceForm.Cancelled => new(
                "Put it back",
                [
                    ("do", RaceForm.Added), Kept("name"), ("day", Old("was")), Kept("distance"), Kept("priority"),
                    Kept("hilly"),
                ]),
            RaceForm.Added => new(
                "Undo",
                [
                    ("do", RaceForm.Cancelled), ("was", Old("day")),
                    ("race", Number(view.Enrolment.Training.Races.Length - 1)),
                ]),
            AnswersForm.Save => ReplacedAnswers.WayBack(view, query, Prefix) is { IsEmpty: false } answers
                ? new("Back to my old answers", answers)
                : null,
            // One answer or another was just given.
            "done" or "too-easy" or "too-hard" or "pain" when Contract.Answer.DateOf(Old("date")) is { } date
                && view.AnswersOn(date) is not [] =>
                new("Take it back", [("do", PlanForm.TakeBack), Kept("date"), Kept("was")]),
            PlanForm.NewCalendarLink when Old("was") == Number(view.Header.Inputs.Links.Calendar - 1) =>
                new("Keep the old link", [("do", PlanForm.OldCalendarLink), Kept("was")]),
            PlanForm.Unsubscribe when view.Status is PlanStatus.Unsubscribed => new("Undo", [("do", PlanForm.Return)]),
            _ => null,
        };

        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        string Old(string name) => query.Text(Prefix + name);
        (string, string) Kept(string name) => (name, Old(name));
    }
}
