using System.Globalization;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Links;

/// <summary>The addresses a runner's mails point at.</summary>
public sealed class RunnerLinks(LinkTokens tokens, CoachingSettings settings)
{
    /// <summary>How long a confirmation link works, and a sign-up is kept that nobody confirms.</summary>
    public static readonly TimeSpan ConfirmWithin = TimeSpan.FromDays(7);

    /// <param name="signedUp">For a confirmation mail: when the sign-up was made.</param>
    public LetterLinks For(PlanId plan, LinkGenerations generations, DateTimeOffset? signedUp = null) => new(
        At("plan", Manage(plan, generations)),
        At("unsubscribe", tokens.Write(new(plan, LinkPurpose.Unsubscribe, generations.Unsubscribe))),
        signedUp is { } at
            ? At("confirm", tokens.Write(new(plan, LinkPurpose.Confirm, generations.Confirm, at + ConfirmWithin)))
            : null,
        At("calendar", tokens.Write(new(plan, LinkPurpose.Calendar, generations.Calendar)) + ".ics"));

    /// <summary>
    /// The same links, and the one of a day's session: to where its answer is asked for, as the mail holds all the
    /// rest.
    /// </summary>
    public static LetterLinks ForSession(LetterLinks links, DateOnly day) => links with
    {
        Session = new($"{links.Plan}?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}#went"),
    };

    /// <summary>The token of the runner's page.</summary>
    public string Manage(PlanId plan, LinkGenerations generations) =>
        tokens.Write(new(plan, LinkPurpose.Manage, generations.Manage));

    private Uri At(string path, string token) => new(settings.PublicUrl, $"{path}/{token}");
}
