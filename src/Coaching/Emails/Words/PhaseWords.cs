using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Phases in the words of the mails.</summary>
internal static class PhaseWords
{
    public static string Name(Phase phase) => phase switch
    {
        Phase.Foundation => "foundation",
        Phase.GeneralPreparation => "general preparation",
        Phase.EasyWeek => "easy week",
        Phase.RaceBlock => "race block",
        Phase.Taper => "taper",
        Phase.RaceWeek => "race week",
        Phase.Recovery => "recovery",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static string Title(Phase phase) => Text.Capital(Name(phase));

    /// <summary>E.g. "3 sets become 2"; without a phase before, or with the same sets, only what holds now.</summary>
    public static string Change(PhaseRange? before, PhaseRange now) => before is null || before.Sets == now.Sets
        ? Counted.Sets(now.Sets) + (before is null ? "" : ", as before")
        : $"{Counted.Sets(before.Sets)} become {(now.Sets == 0 ? "none" : Counted.Number(now.Sets))}";

    /// <summary>What the change means for the training; the last sentence may be a tip.</summary>
    public static string Meaning(Phase phase) => phase switch
    {
        // R103, R107, R139.
        Phase.Foundation => "Body weight only: learn each movement slowly, in front of a mirror or on film, before any load.",
        // R138.
        Phase.GeneralPreparation => "This is where strength is built: a repetition more from week to week, then a little load.",
        // R034.
        Phase.EasyWeek => "Same exercises, less of them, so that your body can catch up. Yoga or Pilates between runs fits well.",
        // R126, R136.
        Phase.RaceBlock => "Exercises, repetitions, tempo and load stay; only the sets change, so that running has the energy. "
            + "A foam roller can ease sore calves and thighs.",
        // R127, R128: hedged, what was trained usually outlasts the taper.
        Phase.Taper => "Rest now does no harm: what you have trained usually stays with you well past race day.",
        Phase.RaceWeek => "Nothing but the race.",
        // R145.
        Phase.Recovery => "A break from strength after the race, then the next cycle starts from the beginning.",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };
}
