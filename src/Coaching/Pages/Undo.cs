using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Pages.Form;

namespace StrengthDays.Coaching.Pages;

/// <summary>
/// The form that takes back what was just done. It is written from the address alone, so it survives a reload; the press
/// is judged like any other.
/// </summary>
/// <param name="Button">What it says.</param>
/// <param name="Fields">What it sends.</param>
public sealed record Undo(string Button, ImmutableArray<(string Name, string Value)> Fields)
{
    private const string Prefix = "of-";

    private static readonly string[] Remembered =
        ["date", "to", "race", "was", "day", "name", "distance", "priority", "hilly"];

    /// <summary>What the address must remember of a form that was taken, to be put behind its own query.</summary>
    public static string Query(FormFields fields) => string.Concat(
        from name in Remembered
        let value = fields.Text(name)
        where value.Length > 0
        select $"&{Prefix}{name}={Uri.EscapeDataString(value)}");

    /// <summary>The way back; null where there is none, or where it would take back more than that.</summary>
    /// <param name="view">The plan as it is now.</param>
    /// <param name="query">Of the page's address.</param>
    public static Undo? Of(PlanView view, FormFields query)
    {
        return query.Text("said") switch
        {
            "pause" when view.OpenPauses.Length == 1 => new("Undo", [("do", "resume")]),
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
                    ("race", (view.Enrolment.Training.Races.Length - 1).ToString(CultureInfo.InvariantCulture)),
                ]),
            _ => null,
        };

        string Old(string name) => query.Text(Prefix + name);
        (string, string) Kept(string name) => (name, Old(name));
    }
}
