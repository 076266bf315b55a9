using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>One place of a session and the families that may fill it, best first.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Pool">At least one family, all of them possible for the runner.</param>
/// <param name="Choice">Index into <paramref name="Pool"/>.</param>
internal readonly record struct Slot(SlotKind Kind, ImmutableArray<Family> Pool, int Choice)
{
    public Family Family => Pool[Choice];
}
