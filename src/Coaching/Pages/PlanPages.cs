using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Pages.Views;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Pages;

/// <summary>
/// The runner's page, the page of one session, the form with the answers, and the question before everything is erased.
/// </summary>
public sealed class PlanPages(
    PageRenderer renderer,
    PlanDocument document,
    PlanEdits edits,
    IPlanStore plans,
    RunnerLinks links,
    TimeProvider clock)
{
    /// <param name="plan">As opened by the link.</param>
    /// <param name="visit">What the address asks for.</param>
    /// <param name="refused">The form that was refused; null when none was.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<string> ShowAsync(
        PlanHeader plan, PlanVisit visit, RefusedForm? refused, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(plan.Id, cancellationToken);
        var view = View(plan, visit.Token, sent) with { Refused = refused };
        view = view with { Said = PlanSentences.Said(view, visit.Said), Undo = Undo.Of(view, visit.Query) };
        return await (Contract.Answer.DateOf(visit.Day) is { } day
            ? RenderAsync<SessionPage>(view, (nameof(SessionPage.Day), day))
            : RenderAsync<PlanPage>(view));
    }

    /// <summary>The form with a runner's answers.</summary>
    /// <param name="plan">As opened by the link.</param>
    /// <param name="token">Of the page.</param>
    /// <param name="fields">What was typed so far; null for the answers as they are.</param>
    /// <param name="problem">Why they were refused.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<FormPage> AnswersAsync(
        PlanHeader plan, string token, FormFields? fields, Problem? problem, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(plan.Id, cancellationToken);
        var edit = fields is null || problem is not null ? default : AnswersForm.Edit(edits, plan, fields);
        problem ??= edit.Problem;
        var view = View(plan, token, sent);
        var shown = fields is null ? AnswersForm.Of(view.Enrolment) : QuestionnaireForm.Compact(fields);
        var candidate = fields is null || problem is not null
            ? null
            : document.PlanOf(edit.Change?.Header ?? plan, sent);
        var html = await RenderAsync<AnswersPage>(
            view,
            (nameof(AnswersPage.Form), new FormState(shown, problem?.Errors, DetailOf(problem))),
            (nameof(AnswersPage.Candidate), candidate),
            (nameof(AnswersPage.Changes), candidate is null ? [] : PlanDifference.Between(
                (view.Enrolment, view.Plan), (Answers(edit, plan), candidate), view.Today)));
        return new(html, HasMistakes: problem is not null);
    }

    public Task<string> AskToEraseAsync(string token) => renderer.RenderAsync<ErasePage>(new()
    {
        [nameof(ErasePage.Path)] = $"/plan/{token}",
    });

    public Task<string> ErasedAsync() => renderer.RenderAsync<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = "All is erased",
        [nameof(MessagePage.Text)] =
            "Your answers, your plan and the list of your mails are gone, and so is this page. Run well.",
    });

    // Said by itself only where no field says it.
    private static string? DetailOf(Problem? problem) =>
        problem is { Errors.Any: false } ? FieldNames.Sentences(problem, AnswersForm.Save) : null;

    private static Enrolment Answers(Edit edit, PlanHeader plan) => (edit.Change?.Header ?? plan).Inputs.Enrolment;

    private PlanView View(PlanHeader plan, string token, ImmutableArray<SentMail> sent) => new(
        token,
        links.For(plan.Id, plan.Inputs.Links).Calendar!,
        plan,
        document.StatusOf(plan),
        document.PlanOf(plan, sent),
        [.. sent.Where(m => m.Status is SentStatus.Skipped).Select(m => m.Date)],
        Zones.DateAt(clock.GetUtcNow(), plan.Inputs.Enrolment.TimeZone));

    private Task<string> RenderAsync<TPage>(PlanView view, params (string Name, object? Value)[] more)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var parameters = more.ToDictionary(p => p.Name, p => p.Value);
        parameters["View"] = view;
        return renderer.RenderAsync<TPage>(parameters);
    }
}
