using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Coaching.Pages;

/// <summary>The runner's page, the page of one session, and the question before everything is erased.</summary>
public sealed class PlanPages(
    PageRenderer renderer, PlanDocument document, IPlanStore plans, RunnerLinks links, TimeProvider clock)
{
    /// <param name="plan">As opened by the link.</param>
    /// <param name="visit">What the address asks for.</param>
    /// <param name="problem">Why a form was refused.</param>
    /// <param name="cancellationToken">Of the request.</param>
    public async Task<string> ShowAsync(
        PlanHeader plan, PlanVisit visit, Problem? problem, CancellationToken cancellationToken)
    {
        var sent = await plans.ListSentAsync(plan.Id, cancellationToken);
        var view = new PlanView(
            visit.Token,
            links.For(plan.Id, plan.Inputs.Links).Calendar!,
            plan,
            document.StatusOf(plan),
            document.PlanOf(plan, sent),
            [.. sent.Where(m => m.Status is SentStatus.Skipped).Select(m => m.Date)],
            Zones.DateAt(clock.GetUtcNow(), plan.Inputs.Enrolment.TimeZone))
        {
            Said = PlanSentences.Said(visit.Said),
            Refused = problem is null ? null : FieldNames.Sentences(problem),
        };
        return await (Contract.Answer.DateOf(visit.Day) is { } day
            ? RenderAsync<SessionPage>(view, (nameof(SessionPage.Day), day))
            : RenderAsync<PlanPage>(view));
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

    private Task<string> RenderAsync<TPage>(PlanView view, params (string Name, object Value)[] more)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var parameters = more.ToDictionary(p => p.Name, p => (object?)p.Value);
        parameters["View"] = view;
        return renderer.RenderAsync<TPage>(parameters);
    }
}

/// <summary>What the address of the runner's page asks for.</summary>
/// <param name="Token">Its secret part.</param>
/// <param name="Day">The date of a session, as typed; null for the whole plan.</param>
/// <param name="Said">Which form was taken a moment ago.</param>
public sealed record PlanVisit(string Token, string? Day, string? Said)
{
    /// <summary>Where a form that was taken leads.</summary>
    public static string After(string token, FormFields fields)
    {
        var said = fields.Text("do") == "feedback" ? fields.Text("answer") : fields.Text("do");
        var day = fields.Text("do") == "feedback" ? $"day={Uri.EscapeDataString(fields.Text("date"))}&" : "";
        return $"/plan/{Uri.EscapeDataString(token)}?{day}said={Uri.EscapeDataString(said)}";
    }
}
