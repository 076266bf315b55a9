using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Pages;

/// <summary>What the runner's page says about a plan and about what was just done to it.</summary>
internal static class PlanSentences
{
    public static string Status(PlanStatus status) => status switch
    {
        PlanStatus.Pending => "Not confirmed yet: use the button in the confirmation mail.",
        PlanStatus.Active => "Your plan is running.",
        PlanStatus.Paused => "Your plan is paused.",
        PlanStatus.Unsubscribed => "You are unsubscribed: no mail comes.",
        _ => "This plan has come to its end.",
    };

    /// <summary>
    /// One sentence for a form that was taken; null for anything else, and where it no longer holds: an address may be
    /// opened again weeks later.
    /// </summary>
    public static string? Said(PlanView view, string action) => action switch
    {
        "pause" or PlanForm.PauseAgain when view.OpenPauses is [] => null,
        PlanForm.Resume when view.OpenPauses is not [] => null,
        PlanForm.Unsubscribe when view.Status is not PlanStatus.Unsubscribed => null,
        PlanForm.Return when view.Status is PlanStatus.Unsubscribed => null,
        _ => Of(action),
    };

    /// <summary>What a form came to; null for what changes nothing.</summary>
    public static string? Of(string action) => action switch
    {
        "pause" => "The pause is noted. You can end it at any time.",
        PlanForm.Resume => "Welcome back. No pause is running or planned any more.",
        PlanForm.PauseAgain => "You are on your pause again, as if nothing had been pressed.",
        PlanForm.TakeBack => "Taken back. The plan is as it was before you said it.",
        "skip" => "The session is left out. Nothing is made up for.",
        "move" => "The session is moved, and its mail comes on the new day. You can move it again.",
        "done" => "Well done. The plan goes on.",
        "too-easy" =>
            "Noted: that weekday’s session takes one step more from its next time on, except close to a race.",
        "too-hard" => "Noted: that weekday’s session is repeated before it goes on, and close to a race goes one step "
            + "back.",
        "pain" => "Noted. An exercise that hurts is left out from the next session on; where you cannot say which, a "
            + "week at body weight follows. Sharp or rising pain means stop: see somebody who treats runners.",
        RaceForm.Moved => "The race is moved, and the plan with it.",
        RaceForm.Cancelled => "The race is taken out. The plan goes on without it.",
        RaceForm.Added => "The race is in the plan.",
        "restore" => "The session is back in the plan.",
        AnswersForm.Save => "Your answers are saved, and the plan follows them. What was sent stays as it was.",
        PlanForm.NewCalendarLink => "The calendar has a new link, below. The old one is dead: subscribe again.",
        PlanForm.OldCalendarLink => "The calendar has its old link again, and who subscribed to it sees the plan.",
        PlanForm.Unsubscribe => "You are unsubscribed. No more mail comes.",
        PlanForm.Return => "Welcome back. Your mails come again from the next session on.",
        _ => null,
    };
}
