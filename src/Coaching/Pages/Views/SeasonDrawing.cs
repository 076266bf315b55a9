using System.Collections.Immutable;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Views;

/// <summary>The season in the units of its drawing: ten across a week, a hundred down, zero at the top.</summary>
/// <param name="Width">Of the whole.</param>
/// <param name="Bars">One for each week with sets.</param>
/// <param name="Strip">The phases along the foot.</param>
/// <param name="Races">Where race days lie.</param>
/// <param name="Pauses">Days without strength by the runner's wish.</param>
/// <param name="Today">Where today lies; null outside the season.</param>
internal sealed record SeasonDrawing(
    decimal Width,
    ImmutableArray<SeasonDrawing.Box> Bars,
    ImmutableArray<SeasonDrawing.Box> Strip,
    ImmutableArray<decimal> Races,
    ImmutableArray<SeasonDrawing.Box> Pauses,
    decimal? Today)
{
    private const decimal Week = 10, Gap = 1.5m, Foot = 90, StripTop = 94, Bottom = 100;

    public static SeasonDrawing Of(Plan plan, ImmutableArray<Pause> pauses, DateOnly today)
    {
        var most = Math.Max(1, plan.Weeks.Select(w => w.TotalSets).DefaultIfEmpty(0).Max());
        return new(
            plan.Weeks.Length * Week,
            [
                .. plan.Weeks.Select((week, i) => new Box(i * Week + Gap / 2, Height(week), Week - Gap, week.Phase, 0))
                    .Where(box => box.Height > 0),
            ],
            [.. plan.Phases.Select(p => Between(p.From, p.To, p.Phase))],
            [.. plan.Races.Where(r => IsInside(r.Date)).Select(r => At(r.Date) + Week / 14)],
            [.. pauses.Where(p => p.From <= plan.Horizon && !(p.To < plan.StartsOn)).Select(Shade)],
            IsInside(today) ? At(today) + Week / 14 : null);

        decimal Height(PlanWeek week) => Foot * week.TotalSets / most;
        bool IsInside(DateOnly date) => plan.StartsOn <= date && date <= plan.Horizon;
        decimal At(DateOnly date) => (date.DayNumber - plan.Weeks[0].Monday.DayNumber) * Week / 7;
        Box Between(DateOnly from, DateOnly to, Phase phase) =>
            new(At(from), Bottom - StripTop, At(to.AddDays(1)) - At(from), phase, StripTop);
        Box Shade(Pause pause)
        {
            var from = At(pause.From < plan.StartsOn ? plan.StartsOn : pause.From);
            var to = At((pause.To is { } end && end < plan.Horizon ? end : plan.Horizon).AddDays(1));
            return new(from, Foot, to - from, Phase.Recovery, 0);
        }
    }

    /// <param name="Left">Its left edge.</param>
    /// <param name="Height">Upwards from the foot, or downwards from <paramref name="Top"/> in the strip.</param>
    /// <param name="Top">Zero for what stands on the foot.</param>
    internal readonly record struct Box(decimal Left, decimal Height, decimal Width, Phase Phase, decimal Top)
    {
        public decimal Y => Top == 0 ? Foot - Height : Top;
    }
}
