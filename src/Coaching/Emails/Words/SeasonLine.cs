using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Words;

/// <summary>One line of a season in words.</summary>
/// <param name="Title">E.g. "Race block".</param>
/// <param name="Range">Its days and sets.</param>
internal readonly record struct SeasonLine(string Title, PhaseRange Range)
{
    // Nobody reads more of them one by one.
    private const int Most = 16;

    /// <summary>
    /// A line for each phase. In a season of many, general preparation and the easy weeks in it are one line, as far as
    /// they follow each other.
    /// </summary>
    public static ImmutableArray<SeasonLine> Of(ImmutableArray<PhaseRange> phases)
    {
        var lines = ImmutableArray.CreateBuilder<SeasonLine>(phases.Length);
        foreach (var phase in phases)
        {
            if (phases.Length > Most && lines.Count > 0 && IsBase(lines[^1].Range.Phase) && IsBase(phase.Phase))
                lines[^1] = Joined(lines[^1].Range, phase);
            else
                lines.Add(new(PhaseWords.Title(phase.Phase), phase));
        }

        return lines.DrainToImmutable();
    }

    private static bool IsBase(Phase phase) => phase is Phase.GeneralPreparation or Phase.EasyWeek;

    private static SeasonLine Joined(PhaseRange one, PhaseRange next)
    {
        var main = one.Phase is Phase.GeneralPreparation ? one : next;
        return new(
            $"{PhaseWords.Title(Phase.GeneralPreparation)} with easy weeks",
            main with { From = one.From, To = next.To });
    }
}
