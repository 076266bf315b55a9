using StrengthDays.Training;

namespace StrengthDays.Coaching;

/// <summary>A whole questionnaire with its defaults filled in: how to reach the runner, and what to train.</summary>
/// <param name="Email">Canonical address: lower case, punycode, plus tag kept.</param>
/// <param name="Name">What to call the runner; null when not given.</param>
/// <param name="TimeZone">Canonical IANA id.</param>
/// <param name="SendAt">Local send time, a quarter hour.</param>
/// <param name="WeeklyLookAhead">Wants the week's overview by mail.</param>
/// <param name="Training">All that decides the plan.</param>
public sealed record Enrolment(
    string Email,
    string? Name,
    string TimeZone,
    TimeOnly SendAt,
    bool WeeklyLookAhead,
    Questionnaire Training);
