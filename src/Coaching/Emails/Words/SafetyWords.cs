namespace StrengthDays.Coaching.Emails.Words;

/// <summary>What every runner is told about effort, pain and doctors. Wording settled by the training rules.</summary>
internal static class SafetyWords
{
    /// <summary>R013, R141, R142, D6.</summary>
    public const string Effort =
        "The last 2 to 3 repetitions may be hard. Stop when 2 to 3 clean repetitions are left or form slips; never to failure. "
        + "Breathe out on the effort.";

    /// <summary>Section 3.1, safety.</summary>
    public const string Pain =
        "Sharp or rising pain means stop. Mild pain, up to 3 of 10 and gone the next morning, is no reason to stop; "
        + "at 4 to 5 take half the range or half the load. Above that, or with limping, pain at night or swelling: stop and "
        + "see someone who knows.";

    /// <summary>Section 3, last rule.</summary>
    public const string Doctor =
        "Ask a doctor first if you are pregnant, under 16, after surgery, have a heart condition or chest pain, or are unsure. "
        + "Sharp or rising pain means stop.";

    /// <summary>R010, R103.</summary>
    public const string Beginner =
        "New to strength? An hour or two with a strength and conditioning coach pays off: learn each exercise right from the "
        + "first day. Film yourself or use a mirror, and add weight only once the form is right.";

    /// <summary>R011, R052.</summary>
    public const string Jumps =
        "Jump after the run, never before it, and land softly. Sore muscles are normal the first two or three times. "
        + "If you have never been shown how, ask a coach first.";
}
