using System.Collections.Immutable;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>What will come, when and why; and who should ask a doctor first.</summary>
internal static class WelcomeBody
{
    public static MailBody Of(WelcomeLetter letter) => new(
        "Your strength plan is ready",
        Lead(letter),
        [
            .. MailBodies.Greeting(letter),
            new Paragraph(WhatComes(letter)),
            new SeasonChart("Your season", letter.Phases),
            new FactList("Your week", [.. letter.Placement.Select(Weekday)]),
            new FactList(
                "Before you start",
                [
                    new Fact("Safety", Safety.AskADoctor), new Fact("Form", SafetyWords.Form),
                    new Fact("Clothes", SafetyWords.Clothes),
                ]),
            .. Notices(letter.Notices),
            MailBodies.SeePlan(letter),
        ],
        MailBodies.Foot(letter.Links));

    private static string Lead(WelcomeLetter letter)
    {
        var first = letter.FirstSession is { } date
            ? "First session " + Dates.Long(date)
            : "No session is planned for now";
        return letter.Race is { } race ? $"{first} · {RaceWords.Ahead(race)}" : first;
    }

    private static string WhatComes(WelcomeLetter letter) =>
        $"Each strength day's mail comes at {Dates.Time(letter.SendAt)} your time and holds everything you need: "
        + "warm-up, exercises, sets, repetitions, and an easier and a harder version. "
        + (letter.Race is null
            ? "Sets follow the part of the cycle you are in."
            : "Sets follow the race: most while it is far away, fewer as it comes near, none right before it.");

    private static Fact Weekday(WeekdayPlacement day) => new(day.Weekday.ToString(), WithoutColon(day.Why));

    // "No strength: tomorrow is hard." stands behind a day and its colon.
    private static string WithoutColon(string sentence) => sentence.Split(": ", 2) is [var what, var why]
        ? $"{Text.Uncapital(what)}. {Text.Capital(why)}"
        : sentence;

    // What is said above for everyone is not said twice.
    private static IEnumerable<MailPart> Notices(ImmutableArray<string> notices)
    {
        var others = notices.Remove(Safety.AskADoctor);
        return others.IsEmpty
            ? []
            : [new FactList("Good to know", [.. others.Select(notice => new Fact("", notice))])];
    }
}
