using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>
/// What every runner is told about effort, pain, form and clothes; the wording of the rules, with what a mail adds.
/// </summary>
internal static class SafetyWords
{
    /// <summary>R013 before D6.</summary>
    public const string Effort = "The last 2 to 3 repetitions may be hard. " + Safety.Effort;

    public const string Pain = "Sharp or rising pain means stop. " + Safety.PainScale;

    /// <summary>R010, for everyone: a welcome does not know how experienced its reader is.</summary>
    public const string Form =
        "Learn each exercise right from the first day, and add weight only once the form is right. "
        + "If strength is new to you, an hour or two with a strength and conditioning coach pays off.";

    /// <summary>R036.</summary>
    public const string Clothes =
        "Shorts and a short-sleeved top that breathe and leave you room to move are enough.";

    /// <summary>R011; the planner's own words speak of sore legs (R052).</summary>
    public const string Jumps =
        "Jump after the run, never before it, and land softly. If nobody has shown you how, ask a coach first.";
}
