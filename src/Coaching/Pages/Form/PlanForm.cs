using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>
/// The controls of the runner's page. Each becomes the body that the API takes, so that the same use case judges it.
/// </summary>
public sealed class PlanForm(PlanDesk desk, PlanEdits edits, SessionEdits sessions, Leaving leaving)
{
    public const string Erase = "erase", Unsubscribe = "unsubscribe", Return = "return";

    public const string NewCalendarLink = "new-calendar-link", OldCalendarLink = "old-calendar-link";

    public const string Resume = "resume", PauseAgain = "pause-again", TakeBack = "take-back";

    /// <param name="token">Of the page.</param>
    /// <param name="fields">With the button pressed as <c>do</c>, and for a session its day as <c>date</c>.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public Task<PlanAnswer> ApplyAsync(string token, FormFields fields, CancellationToken cancellationToken)
    {
        return fields.Text("do") switch
        {
            "pause" => Edit(plan => edits.Pause(plan, Body(fields, "from", "to"))),
            Resume => Edit(edits.Resume),
            PauseAgain => Edit(edits.PauseAgain),
            "skip" => EditDay(sessions.Skip),
            "restore" => EditDay(sessions.Restore),
            "move" => EditDay(day => sessions.Move(day, Body(fields, "to"))),
            "feedback" => EditDay(day => sessions.Feedback(day, Body(fields, "answer", "exercise"))),
            TakeBack => EditDay(day => sessions.TakeBack(day, Before(fields.Text("was")))),
            RaceForm.Moved or RaceForm.Cancelled or RaceForm.Added => Edit(plan => Race(plan, fields)),
            AnswersForm.Save => desk.EditAsync(
                token, Revision(fields), plan => AnswersForm.Edit(edits, plan, fields), cancellationToken),
            NewCalendarLink => Edit(PlanEdits.RenewCalendar),
            OldCalendarLink => Edit(plan => PlanEdits.RestoreCalendar(plan, fields.Text("was"))),
            Unsubscribe => LeaveAsync(token, Silently(leaving.UnsubscribeAsync), cancellationToken),
            Return => LeaveAsync(token, leaving.ReturnAsync, cancellationToken),
            Erase => LeaveAsync(token, Silently(leaving.EraseAsync), cancellationToken),
            _ => Task.FromResult(new PlanAnswer(null, Problem.BadInput("do", "must be a button of the page."))),
        };

        Task<PlanAnswer> Edit(Func<PlanHeader, Edit> edit) => desk.EditAsync(token, null, edit, cancellationToken);
        Task<PlanAnswer> EditDay(Func<PlanDay, Edit> edit) =>
            desk.EditDayAsync(token, null, fields.Text("date"), edit, cancellationToken);
    }

    private async Task<PlanAnswer> LeaveAsync(
        string token, Func<PlanHeader, CancellationToken, Task<Problem?>> act, CancellationToken cancellationToken) =>
        await desk.OpenAsync(token, cancellationToken) is { } plan
            ? new(plan, await act(plan, cancellationToken))
            : new(null, Problem.NotFound());

    private static Func<PlanHeader, CancellationToken, Task<Problem?>> Silently(
        Func<PlanHeader, CancellationToken, Task> leave) => async (plan, cancellationToken) =>
    {
        await leave(plan, cancellationToken);
        return null;
    };

    private Edit Race(PlanHeader plan, FormFields fields) =>
        RaceForm.Patch(plan.Inputs.Enrolment.Training.Races, fields) is { } patch
            ? edits.Patch(plan, patch)
            : Edit.Refused(Problem.Outdated());

    // The one the form was written from: what somebody else changed meanwhile is not overwritten.
    private static string Revision(FormFields fields) => $"\"{fields.Text("revision")}\"";

    // As the page wrote them: "pain/clamshell pain/plank".
    private static IEnumerable<byte[]> Before(string answers) =>
        from answer in answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = answer.Split('/', 2)
        select Body(FormFields.Of([("answer", parts[0]), ("exercise", parts.ElementAtOrDefault(1) ?? "")]),
            "answer", "exercise");

    // What was left empty takes the default of the API.
    private static byte[] Body(FormFields fields, params string[] members) => ContractJson.Bytes(json =>
    {
        json.WriteStartObject();
        foreach (var member in members.Where(m => !string.IsNullOrWhiteSpace(fields.Text(m))))
            json.WriteString(member, fields.Text(member));
        json.WriteEndObject();
    });
}
