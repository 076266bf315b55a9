using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Pages.Form;

/// <summary>Names and choices in the words of the form.</summary>
internal static partial class FieldNames
{
    /// <summary>The card that asks for an address: what stands there changes no plan.</summary>
    public const int ContactCard = 5;

    private const string Until = "until";

    private const string Meanwhile = "Your plan was changed meanwhile, perhaps in another window. Nothing of this form "
        + "was taken; please look at it once more and press again.";

    public static readonly ImmutableArray<(string Value, string Label)> Runs =
        [("rest", "Rest"), ("easy", "Easy"), ("hard", "Hard"), ("long", "Long"), ("cross", "Cross")];

    public static readonly ImmutableArray<(string Value, string Label)> Distances =
    [
        ("5k", "5 km"), ("10k", "10 km"), ("half-marathon", "Half marathon"), ("marathon", "Marathon"),
        ("ultra", "Ultra"),
    ];

    public static readonly ImmutableArray<(string Value, string Label)> Priorities =
        [("a", "My main race"), ("b", "Important"), ("c", "For training")];

    public static readonly ImmutableArray<(string Value, string Label)> Sessions =
        [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")];

    public static readonly ImmutableArray<(string Value, string Label)> Experiences =
        [("new", "New to it"), ("some", "Some"), ("experienced", "Years of it")];

    public static readonly ImmutableArray<(string Value, string Label)> Ages =
        [("under-40", "Under 40"), ("40-59", "40 to 59"), ("60-plus", "60 or more")];

    public static readonly ImmutableArray<(string Value, string Label)> UnitSystems =
        [("metric", "Kilograms"), ("imperial", "Pounds")];

    public static readonly ImmutableArray<(string Value, string Label)> Tapers =
        [("rest", "No strength"), ("light-activation", "One light session")];

    public static readonly ImmutableArray<(string Value, string Label)> Breaks =
    [
        ("auto", "As long as the distance asks for"), ("1-week", "1 week"), ("2-weeks", "2 weeks"),
        ("4-weeks", "4 weeks"), ("stop", "Stop after the race"),
    ];

    public static readonly ImmutableArray<(string Value, string Label)> AtHome =
        [("chair", "Sturdy chair"), ("stairs", "Stairs"), ("towel", "Towel"), ("rucksack", "Rucksack")];

    public static readonly ImmutableArray<(string Value, string Label)> Kit =
    [
        ("mat", "Mat"), ("band", "Loop band"), ("dumbbells", "Dumbbells"), ("kettlebell", "Kettlebell"),
        ("box", "Box or bench"), ("barbell", "Barbell"), ("cable-machine", "Cable machine"), ("ab-wheel", "Ab wheel"),
        ("weight-vest", "Weight vest"), ("foam-roller", "Foam roller"), ("nordic-anchor", "Something to hold my feet"),
    ];

    public static readonly ImmutableArray<(string Value, string Label)> Areas =
    [
        ("it-band", "Outside of the knee (IT band)"), ("runners-knee", "Front of the knee (runner’s knee)"),
        ("shin-splints", "Shins"), ("plantar-fascia", "Sole or heel of the foot"), ("achilles", "Achilles tendon"),
        ("hamstring", "Back of the thigh (hamstring)"), ("low-back", "Lower back"),
    ];

    public static readonly ImmutableArray<(string Value, string Label)> Feelings =
        [("", "Fine"), (QuestionnaireForm.HurtOnce, "Hurts at times"), (QuestionnaireForm.HurtsNow, "Hurts now")];

    /// <summary>What the form calls a member of the questionnaire.</summary>
    public static string Label(string path) => path[(path.LastIndexOf('.') + 1)..] switch
    {
        "date" => path == "date" ? "The day" : "Race day",
        "to" => "The new day",
        Until => "The last day",
        "name" => path == "name" ? "Your name" : "The race’s name",
        "distance" => "The distance",
        "priority" => "How much it counts",
        "sessionsPerWeek" => "Sessions in a week",
        "minutes" => "Minutes",
        "ageBand" => "Your age",
        "timeZone" => "Your time zone",
        "sendAt" => "The time",
        "startOn" or "from" => "The first day",
        "email" => "Your address",
        "afterRace" => "The break after a race",
        "consent" => "Your consent",
        _ when path.StartsWith(Avoided.Field, StringComparison.Ordinal) => "An exercise to leave out",
        var other => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(other),
    };

    /// <summary>Which card of the form a member of the questionnaire stands on, from the top.</summary>
    public static int Card(string path) => path.Split('.', '[')[0] switch
    {
        "races" => 1,
        "week" => 2,
        "sendAt" or "timeZone" or "startOn" or "weeklyLookAhead" => 4,
        "email" or "name" or "consent" => ContactCard,
        _ => 3,
    };

    /// <summary>What is wrong with a field, in the words of the form; where nothing was chosen, what to do.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="path">Of the member that the message begins with: the field's own or one below it.</param>
    /// <param name="message">From the reader of the questionnaire.</param>
    public static string Sentence(string name, string path, string message) => name switch
    {
        "consent" => "Please tick this: without your consent nothing may be stored or mailed.",
        _ when name.StartsWith("week.", StringComparison.Ordinal) && IsMissing(path, message) =>
            $"Please tap what you do on {Label(name)}.",
        _ when IsMissing(path, message) => Missing(name, message[path.Length..]),
        _ => WithReadableDates(Label(name) + message[path.Length..]),
    };

    /// <summary>Why a form of the runner's page was refused, in sentences.</summary>
    /// <param name="form">Its button.</param>
    public static string Sentences(Problem problem, string form) => problem switch
    {
        { Status: StatusCodes.Status412PreconditionFailed } => Meanwhile,
        { Errors.Any: true } => string.Join(
            " ", problem.Errors.ByMember.SelectMany(e => e.Value.Select(m => Sentence(NameIn(form, e.Key), e.Key, m)))),
        _ => problem.Detail,
    };

    // The end of a pause and the day of a move have the same name.
    private static string NameIn(string form, string path) => (form, path) is ("pause", "to") ? Until : path;

    // What a choice or a calendar takes, the browser shows; a zone has to be typed.
    private static string Missing(string name, string message) =>
        Label(name) + (name == "timeZone" ? message : " is missing.");

    private static bool IsMissing(string path, string message) =>
        message.AsSpan(path.Length).StartsWith(" is missing", StringComparison.Ordinal);

    // An example of how to write a date stays as it is to be written.
    private static string WithReadableDates(string sentence) => IsoDate().Replace(
        sentence, m => Contract.Answer.DateOf(m.Value) is { } date ? Training.Words.Date(date) : m.Value);

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b(?! \()", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoDate();
}
