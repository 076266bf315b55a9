using System.Collections.Immutable;
using StrengthDays.Coaching.Links;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// All that decides a plan's mails. The header holds it, and every due row a copy, so that a mail and the date of the
/// next one need no second read.
/// </summary>
/// <param name="Enrolment">The questionnaire with its defaults filled in.</param>
/// <param name="Events">What happened since, oldest first.</param>
/// <param name="Links">Generations of the runner's links.</param>
/// <param name="Engine">Version of the rules the plan was made with.</param>
public sealed record PlanInputs(
    Enrolment Enrolment,
    ImmutableArray<PlanEvent> Events,
    LinkGenerations Links,
    int Engine = PlanInputs.CurrentEngine)
{
    /// <summary>Raise it in a release that changes plans: runners get a new revision at the next touch.</summary>
    public const int CurrentEngine = 1;
}

/// <summary>Raising one revokes every link of that purpose given out before.</summary>
public readonly record struct LinkGenerations(ushort Confirm, ushort Manage, ushort Unsubscribe, ushort Calendar)
{
    public static readonly LinkGenerations First = new(1, 1, 1, 1);

    public ushort Of(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => Confirm,
        LinkPurpose.Manage => Manage,
        LinkPurpose.Unsubscribe => Unsubscribe,
        _ => Calendar,
    };
}
