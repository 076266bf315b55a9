using System.Collections.Immutable;
using StrengthDays.Coaching.Emails.Words;

namespace StrengthDays.Coaching.Emails;

/// <summary>The plain text of a mail: everything the HTML says, in lines a terminal shows whole.</summary>
internal static class TextPart
{
    public static string Write(MailBody body)
    {
        var page = new TextLines();
        page.Wrapped(body.Title);
        page.Rule('=', body.Title.Length);
        page.Wrapped(body.Lead);
        foreach (var part in body.Parts)
            Part(page, part);
        Foot(page, body.Links);
        return page.ToString();
    }

    private static void Part(TextLines page, MailPart part)
    {
        page.Blank();
        switch (part)
        {
            case Paragraph p:
                page.Wrapped(p.Text);
                break;
            case Callout c:
                page.Wrapped($"* {c.Heading}. {c.Text}", hanging: 2);
                break;
            case CallToAction a:
                Link(page, a.Link);
                break;
            case FactList f:
                Facts(page, f);
                break;
            case ExerciseList e:
                Exercises(page, e);
                break;
            case SeasonChart s:
                Season(page, s);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part), part, null);
        }
    }

    private static void Facts(TextLines page, FactList list)
    {
        page.Heading(list.Heading);
        foreach (var fact in list.Facts)
            page.Wrapped(fact.Label.Length == 0 ? "- " + fact.Text : $"{fact.Label}: {fact.Text}", hanging: 2);
    }

    private static void Exercises(TextLines page, ExerciseList list)
    {
        page.Heading(list.Heading);
        for (var i = 0; i < list.Exercises.Length; i++)
        {
            if (i > 0)
                page.Blank();
            Exercise(page, list.Exercises[i]);
        }
    }

    private static void Exercise(TextLines page, ExerciseLine exercise)
    {
        page.Wrapped($"{exercise.Name}: {exercise.Dose}", hanging: 2);
        foreach (var line in (ReadOnlySpan<string>)[exercise.Cue, exercise.Details, exercise.Ladder])
            page.Wrapped(line, indent: 2);
        if (exercise.Demo is { } demo)
            Link(page, demo, indent: 2);
    }

    private static void Season(TextLines page, SeasonChart chart)
    {
        page.Heading(chart.Heading);
        foreach (var line in SeasonLine.Of(chart.Phases))
            page.Wrapped(Line(line), hanging: 2);
    }

    // Columns: the longest name is "general preparation", the longest range "28 Dec 2026 to 17 Jan 2027".
    private static string Line(SeasonLine line) =>
        $"{new string('#', line.Range.Sets),-3}  {line.Title,-19}  "
        + $"{Dates.Range(line.Range.From, line.Range.To),-26}  {Counted.Sets(line.Range.Sets)}";

    private static void Foot(TextLines page, ImmutableArray<NamedLink> links)
    {
        page.Blank();
        page.Line("-- ");
        page.Line("Strength Days");
        foreach (var link in links)
            Link(page, link);
    }

    private static void Link(TextLines page, NamedLink link, int indent = 0)
    {
        page.Wrapped(link.Label + ":", indent);
        page.Address(link.Address, indent);
    }
}
