using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>Headings of the parts of a session.</summary>
internal static class BlockWords
{
    public static string Heading(BlockKind kind) => kind switch
    {
        BlockKind.WarmUp => "Warm-up",
        BlockKind.Activation => "Activation",
        BlockKind.Power => "Power",
        BlockKind.Main => "Main exercises",
        BlockKind.UpperBody => "Upper body",
        BlockKind.Core => "Core",
        BlockKind.Calves => "Calves",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
