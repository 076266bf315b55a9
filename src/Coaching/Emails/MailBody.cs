using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails;

/// <summary>
/// What a mail shows, in order. HTML and text are both written from this, so neither can say more than the other.
/// </summary>
/// <param name="Title">The one heading of the first level.</param>
/// <param name="Lead">The facts under the title.</param>
/// <param name="Links">The places named at the foot.</param>
public sealed record MailBody(
    string Title,
    string Lead,
    ImmutableArray<MailPart> Parts,
    ImmutableArray<NamedLink> Links)
{
    /// <summary>What an inbox shows beside the subject; the mail itself says it again.</summary>
    public string Preview { get; init; } = Lead;
}

public sealed record NamedLink(string Label, Uri Address);

/// <summary>One piece of a mail; the kinds below are all there are.</summary>
public abstract record MailPart;

public sealed record Paragraph(string Text) : MailPart;

/// <summary>Something that is different today: set apart from the rest.</summary>
public sealed record Callout(string Heading, string Text) : MailPart;

/// <summary>The one thing to press.</summary>
public sealed record CallToAction(NamedLink Link) : MailPart;

/// <summary>Exercises under one heading, in training order.</summary>
public sealed record ExerciseList(string Heading, ImmutableArray<ExerciseLine> Exercises) : MailPart;

/// <summary>The season as bars: length by days, height by sets.</summary>
public sealed record SeasonChart(string Heading, ImmutableArray<PhaseRange> Phases) : MailPart;

/// <summary>Short facts with a label each.</summary>
public sealed record FactList(string Heading, ImmutableArray<Fact> Facts) : MailPart;

/// <param name="Label">May be empty.</param>
/// <param name="Text">A sentence or a few words.</param>
public sealed record Fact(string Label, string Text);

/// <summary>One exercise in the words of the mail.</summary>
/// <param name="Name">The exercise.</param>
/// <param name="Dose">E.g. "3 × 10 each side".</param>
/// <param name="Details">Tempo, load, rest and what is needed, as one line.</param>
/// <param name="Cue">How to do it well; may be empty.</param>
/// <param name="Ladder">The easier and the harder version, as one line; may be empty.</param>
/// <param name="Demo">A video, where there is one.</param>
public sealed record ExerciseLine(string Name, string Dose, string Details, string Cue, string Ladder, NamedLink? Demo);
