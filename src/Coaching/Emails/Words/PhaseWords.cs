using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Phases in the words of the mails.</summary>
internal static class PhaseWords
{
    /// <summary>E.g. "race block", for the middle of a line.</summary>
    public static string Name(Phase phase) => Text.Uncapital(Title(phase));

    public static string Title(Phase phase) => Training.Words.Phase(phase);

    /// <summary>E.g. "3 sets become 2"; without a phase before, or with the same sets, only what holds now.</summary>
    public static string Change(PhaseRange? before, PhaseRange now) => (before?.Sets, now.Sets) switch
    {
        (null or 0, 0) => "no strength",
        (null, _) => Counted.Sets(now.Sets),
        (_, 0) => Counted.Sets(before.Sets) + " become none",
        var (then, sets) when then == sets => Counted.Sets(sets) + ", as before",
        _ => $"{Counted.Sets(before.Sets)} become {Counted.Number(now.Sets)}",
    };

    /// <summary>One more sentence for the beginning of a phase, or none.</summary>
    public static string Tip(Phase phase) => phase switch
    {
        // R103.
        Phase.Foundation => "Move slowly, and watch yourself in a mirror or on film.",
        // R138, then R089 and R054 as what others say.
        Phase.GeneralPreparation => "Expect a repetition more from week to week, then more load or a harder version. "
            + "Coaches use work on one leg to even out left and right, which a lot of running can push apart.",
        // R034.
        Phase.EasyWeek => "Yoga or Pilates between runs fits well.",
        // R136.
        Phase.RaceBlock => "A foam roller can ease sore calves and thighs.",
        // R128, hedged.
        Phase.Taper => "Trained strength usually outlasts two weeks of rest.",
        // R057.
        Phase.Recovery => "As running comes back, a heart-rate watch can help to keep it easy.",
        _ => "",
    };
}
