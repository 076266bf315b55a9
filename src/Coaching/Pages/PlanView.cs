using System.Collections.Immutable;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages;

/// <summary>A plan as its page shows it.</summary>
/// <param name="Token">Of the page's address.</param>
/// <param name="Calendar">Address of the live calendar.</param>
/// <param name="Header">As stored.</param>
/// <param name="Status">The contract's status today.</param>
/// <param name="Plan">With the sessions that were really sent.</param>
/// <param name="LeftOut">Dates whose session did not come.</param>
/// <param name="Today">The runner's date.</param>
public sealed record PlanView(
    string Token,
    Uri Calendar,
    PlanHeader Header,
    PlanStatus Status,
    Plan Plan,
    ImmutableHashSet<DateOnly> LeftOut,
    DateOnly Today)
{
    /// <summary>What the last form came to; null when none was sent.</summary>
    public string? Said { get; init; }

    /// <summary>The last form, where it was refused; null when it was not.</summary>
    public RefusedForm? Refused { get; init; }

    /// <summary>Takes back what was just done; null where there is no way back.</summary>
    public Undo? Undo { get; init; }

    /// <summary>What was typed into a form, where that is the one that was refused; null otherwise.</summary>
    /// <param name="button">Of the form.</param>
    /// <param name="name">Of a hidden field that tells it from others with this button.</param>
    /// <param name="value">Of that field.</param>
    public FormFields? Again(string button, string name = "", string value = "") =>
        Refused is { Fields: var typed } && typed.Text("do") == button && typed.Text(name) == value ? typed : null;

    public string Path => $"/plan/{Token}";

    public Enrolment Enrolment => Header.Inputs.Enrolment;

    public ImmutableArray<Pause> Pauses { get; } = Header.Inputs.Events.ToHistory().Pauses;

    /// <summary>Those that run, or are still to come.</summary>
    public ImmutableArray<Pause> OpenPauses => [.. Pauses.Where(p => p.To is null || p.To >= Today)];

    /// <summary>The next session that comes; null when none does.</summary>
    public Session? Next => Plan.Sessions.FirstOrDefault(s => s.Date >= Today && !LeftOut.Contains(s.Date));

    /// <summary>The last one that came before today; null when none did.</summary>
    public Session? Last => Plan.Sessions.LastOrDefault(s => s.Date < Today && !LeftOut.Contains(s.Date));

    /// <summary>Races still to be run, each with its place among the answers.</summary>
    public IEnumerable<(int Place, Race Race)> Races =>
        Enrolment.Training.Races.Select((race, place) => (place, race)).Where(r => r.race.Date >= Today);

    /// <summary>
    /// What the runner said about a session: one answer, or each exercise that hurt; empty for nothing.
    /// </summary>
    public ImmutableArray<FeedbackGiven> AnswersOn(DateOnly date) =>
        [.. Header.Inputs.Events.OfType<FeedbackGiven>().Where(f => f.Date == date)];
}
