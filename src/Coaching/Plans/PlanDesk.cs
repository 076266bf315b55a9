using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>Opens a link, lets an edit decide, and writes what it decided.</summary>
public sealed class PlanDesk(PlanAccess access, PlanActions actions, IPlanStore plans)
{
    public Task<PlanHeader?> OpenAsync(string token, CancellationToken cancellationToken) =>
        access.OpenAsync(token, LinkPurpose.Manage, cancellationToken);

    /// <param name="ifMatch">The request's If-Match header; empty applies the edit to the newest revision.</param>
    public async Task<PlanAnswer> EditAsync(
        string token, string? ifMatch, Func<PlanHeader, Edit> edit, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { } opened)
            return new(null, Problem.NotFound());
        var problem = default(Problem);
        var plan = await actions.ApplyAsync(opened.Id, Decide, cancellationToken);
        return plan is null ? new(null, Problem.NotFound()) : new(plan, problem);

        PlanChange? Decide(PlanHeader plan)
        {
            var decided = Refusal(plan, ifMatch) is { } refusal ? Edit.Refused(refusal) : edit(plan);
            problem = decided.Problem;
            return decided.Change;
        }
    }

    /// <summary>As <see cref="EditAsync"/>, for an edit of one date that must know what became of its mail.</summary>
    /// <param name="date">As it stands in the path.</param>
    public async Task<PlanAnswer> EditDayAsync(
        string token, string? ifMatch, string date, Func<PlanDay, Edit> edit, CancellationToken cancellationToken)
    {
        if (await OpenAsync(token, cancellationToken) is not { } opened)
            return new(null, Problem.NotFound());
        if (Answer.DateOf(date) is not { } day)
            return new(null, Problem.BadInput("date", $"must be {Answer.Date.Accepted}."));
        var sent = await plans.FindSentAsync(MailKey.On(opened.Id, day), cancellationToken);
        return await EditAsync(token, ifMatch, plan => edit(new(plan, day, sent)), cancellationToken);
    }

    private static Problem? Refusal(PlanHeader plan, string? ifMatch) => plan.Status switch
    {
        PlanStatus.Pending =>
            Problem.Conflict("This plan is not confirmed yet. Use the button in the confirmation mail first."),
        _ => string.IsNullOrWhiteSpace(ifMatch) || Matches(ifMatch, PlanETag.Of(plan)) ? null : Problem.Outdated(),
    };

    // Strong comparison (RFC 9110, 13.1.1): a weak tag never matches.
    private static bool Matches(string ifMatch, string etag) =>
        ifMatch.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || tag == etag);
}

/// <summary>The plan as it is now, and why the edit was refused, if it was.</summary>
public readonly record struct PlanAnswer(PlanHeader? Plan, Problem? Problem);
