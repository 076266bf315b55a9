namespace StrengthDays.Coaching.Tests.Pages;

/// <summary>What a browser would send from the form, filled in by a runner, to be bent one field at a time.</summary>
internal static class FormBody
{
    private static readonly (string Name, string Value)[] Filled =
    [
        ("races[0].name", "Berlin Marathon"), ("races[0].date", "2027-09-26"), ("races[0].distance", "marathon"),
        ("races[0].priority", "a"),
        ("races[1].name", ""), ("races[1].date", ""), ("races[1].distance", ""), ("races[1].priority", "a"),
        ("week.monday", "rest"), ("week.tuesday", "hard"), ("week.wednesday", "easy"), ("week.thursday", "rest"),
        ("week.friday", "easy"), ("week.saturday", "rest"), ("week.sunday", "long"),
        ("sessionsPerWeek", "2"), ("minutes", "45"), ("experience", "new"), ("ageBand", "under-40"),
        ("equipment", "band"), ("equipment", "dumbbells"), ("niggle.achilles", "once"), ("niggle.hamstring", ""),
        ("upperBody", "true"), ("units", "metric"), ("taper", "rest"), ("afterRace", "auto"),
        ("sendAt", "06:30"), ("timeZone", "Europe/Berlin"), ("startOn", "2027-01-04"),
        ("email", "ana@example.com"), ("name", "Ana"), ("consent", "true"),
    ];

    /// <summary>Every field with this name replaced; an empty list of values leaves it out.</summary>
    public static FormUrlEncodedContent With(string button, params (string Name, string Value)[] changes) => new(
        Filled.Where(field => changes.All(c => c.Name != field.Name))
            .Concat(changes)
            .Append(("do", button))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
}
