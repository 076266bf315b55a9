using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Emails.Bodies;
using StrengthDays.Coaching.Tests.Emails;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>What mails of each kind say: one of every kind, and one of every phase of a year.</summary>
internal static class MailedWords
{
    private static readonly Questionnaire _year = new()
    {
        StartOn = new DateOnly(2027, 1, 4),
        Week = new(RunDay.Rest, RunDay.Hard, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Rest, RunDay.Long),
        Races = [new Race("", new DateOnly(2027, 9, 26), Distance.Marathon)],
    };

    /// <summary>Kind of mail to texts, each on one line.</summary>
    public static ILookup<string, string> ByKind() => Letters.All.Concat(PhaseLetters())
        .ToLookup(l => EnumNames<MailKind>.Of(l.Kind), l => MailLint.Flat(TextPart.Write(MailBodies.Of(l))));

    public static IEnumerable<PhaseLetter> PhaseLetters() =>
        Season.Of(_year, Catalogue.Default, History.Empty).Phases
            .Select(phase => new PhaseLetter(phase.From, null, Letters.Links, phase, null, null, null));
}
