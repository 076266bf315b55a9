using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>From a link to the plan it opens.</summary>
public sealed class PlanAccess(LinkTokens tokens, IPlanStore plans)
{
    /// <summary>
    /// The plan, or null: not our link, another purpose, too old, revoked, erased. Nobody learns which. The link of a
    /// sign-up that became a revision of an earlier plan opens that plan.
    /// </summary>
    public async Task<PlanHeader?> OpenAsync(string token, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        var header = await OpenSignUpAsync(token, purpose, cancellationToken);
        return header?.Successor is { } successor ? await plans.FindPlanAsync(successor, cancellationToken) : header;
    }

    /// <summary>As <see cref="OpenAsync"/>, but the sign-up itself, even when another plan took its place.</summary>
    public async Task<PlanHeader?> OpenSignUpAsync(
        string token, LinkPurpose purpose, CancellationToken cancellationToken) =>
        await FindAsync(tokens.Read(token, purpose), cancellationToken);

    /// <summary>
    /// The sign-up that waits for its confirmation, though the link may be too old; null when none does.
    /// </summary>
    public async Task<PlanHeader?> OpenWaitingAsync(string token, CancellationToken cancellationToken) =>
        await FindAsync(tokens.ReadTooOld(token, LinkPurpose.Confirm), cancellationToken)
            is { Status: PlanStatus.Pending } header
                ? header
                : null;

    private async Task<PlanHeader?> FindAsync(LinkClaim? read, CancellationToken cancellationToken) =>
        read is { } claim
        && await plans.FindPlanAsync(claim.Plan, cancellationToken) is { } header
        && header.Inputs.Links.Of(claim.Purpose) == claim.Generation
            ? header
            : null;

    /// <summary>Whether the link is ours, whatever became of its plan.</summary>
    public bool IsOurs(string token, LinkPurpose purpose) => tokens.Read(token, purpose) is not null;
}
