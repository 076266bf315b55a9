using System.Collections.Immutable;
using System.Globalization;
using StrengthDays.Coaching.Emails.Words;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages.Views;

/// <summary>
/// The season in percent of its drawing's width and height, so that bars stretch with the page and words do not.
/// </summary>
/// <param name="Bars">One for each week with sets.</param>
/// <param name="Strip">The phases along the foot.</param>
/// <param name="Pauses">Days without strength by the runner's wish.</param>
/// <param name="Races">Where race days lie.</param>
/// <param name="Today">Where today lies; null outside the season.</param>
/// <param name="Words">Races and today, as far as they have room beside each other.</param>
/// <param name="Sets">The sets of each exercise under the phases wide enough for a number.</param>
/// <param name="Months">Names of months where they begin; January is its year.</param>
internal sealed record SeasonDrawing(
    ImmutableArray<SeasonDrawing.Box> Bars,
    ImmutableArray<SeasonDrawing.Box> Strip,
    ImmutableArray<SeasonDrawing.Box> Pauses,
    ImmutableArray<decimal> Races,
    decimal? Today,
    ImmutableArray<SeasonDrawing.Word> Words,
    ImmutableArray<SeasonDrawing.Word> Sets,
    ImmutableArray<SeasonDrawing.Word> Months)
{
    // Down from the top: words, bars, strip, numbers, months.
    public const decimal WordsAt = 9, Top = 13, StripBottom = 82, SetsAt = 90, MonthsAt = 99;
    private const decimal Foot = 76, StripTop = 77, StripHeight = 4;

    private const int MostMonths = 10, MostYears = 7;

    // Of the last month's name, or it would leave the drawing.
    private const decimal RightMost = 93;

    public static SeasonDrawing Of(Plan plan, ImmutableArray<Pause> pauses, DateOnly today)
    {
        var most = Math.Max(1, plan.Weeks.Select(w => w.TotalSets).DefaultIfEmpty(0).Max());
        var scale = new Scale(plan);
        ImmutableArray<Box> strip =
            [.. plan.Phases.Select(p => scale.Span(p.From, p.To, p.Phase, StripTop, StripHeight))];
        return new(
            [.. plan.Weeks.Where(w => w.TotalSets > 0).Select(w => scale.Bar(w, (Foot - Top) * w.TotalSets / most))],
            strip,
            [.. pauses.Select(scale.Clip).OfType<Pause>()
                .Select(p => scale.Span(p.From, p.To!.Value, Phase.Recovery, Top, Foot - Top))],
            [.. plan.Races.Where(r => scale.Holds(r.Date)).Select(r => scale.Noon(r.Date))],
            scale.Holds(today) ? scale.Noon(today) : null,
            WordsOf(plan, today, scale),
            [.. plan.Phases.Zip(strip).Where(p => p.Second.Width >= Word.PerLetter * 1.5m).Select(p =>
                new Word(p.Second.Left + p.Second.Width / 2, Counted.Number(p.First.Sets), "middle"))],
            MonthsOf(plan, scale));
    }

    private static ImmutableArray<Word> WordsOf(Plan plan, DateOnly today, Scale scale)
    {
        var placed = ImmutableArray.CreateBuilder<Word>();
        var wanted = plan.Races.OrderBy(r => r.Priority).ThenBy(r => r.Date).Select(r => (r.Date, Text: Short(r)));
        foreach (var (date, text) in wanted.Append((today, Text: "today")).Where(w => scale.Holds(w.Item1)))
            if (Word.At(scale.Noon(date), text) is var word && placed.All(word.IsBeside))
                placed.Add(word);
        return placed.ToImmutable();
    }

    private static string Short(Race race) => RaceWords.Name(race) is { Length: <= 22 } name
        ? name
        : Training.Words.Distance(race.Distance);

    private static ImmutableArray<Word> MonthsOf(Plan plan, Scale scale)
    {
        var first = new DateOnly(plan.StartsOn.Year, plan.StartsOn.Month, 1);
        var all = Enumerable.Range(0, 12 * 12).Select(first.AddMonths).TakeWhile(m => m <= plan.Horizon).ToList();
        var step = new[] { 1, 2, 3, 6, 12, 24 }
            .First(s => s == 24 || all.Count / s <= (s == 12 ? MostYears : MostMonths));
        return
        [
            .. from month in all
               where (12 * month.Year + month.Month - 1) % step == 0
               where scale.Holds(month) && scale.Morning(month) <= RightMost
               select new Word(scale.Morning(month), NameOf(month), "start"),
        ];
    }

    private static string NameOf(DateOnly month) =>
        month.ToString(month.Month == 1 ? "yyyy" : "MMM", CultureInfo.InvariantCulture);

    internal readonly record struct Box(decimal Left, decimal Top, decimal Width, decimal Height, Phase Phase);

    /// <param name="Anchor">Which part of it stands at <paramref name="X"/>, as SVG names it.</param>
    internal readonly record struct Word(decimal X, string Text, string Anchor)
    {
        // Twelve pixels high on the narrowest phone; wider drawings have room to spare.
        public const decimal PerLetter = 2.2m;

        private decimal Width => Text.Length * PerLetter + 1;

        private decimal Left => Anchor switch { "start" => X, "end" => X - Width, _ => X - Width / 2 };

        /// <summary>Over its place, but never beyond the drawing.</summary>
        public static Word At(decimal x, string text)
        {
            var half = new Word(x, text, "middle").Width / 2;
            return new(x, text, x < half ? "start" : x > 100 - half ? "end" : "middle");
        }

        public bool IsBeside(Word other) => Left >= other.Left + other.Width || other.Left >= Left + Width;
    }

    /// <summary>From dates to percent; the drawing holds whole weeks.</summary>
    private readonly struct Scale(Plan plan)
    {
        private const decimal Gap = 0.15m;

        private readonly decimal _day = 100m / Math.Max(7, plan.Weeks.Length * 7);

        public bool Holds(DateOnly date) => plan.StartsOn <= date && date <= plan.Horizon;

        public decimal Morning(DateOnly date) => (date.DayNumber - plan.Weeks[0].Monday.DayNumber) * _day;

        public decimal Noon(DateOnly date) => Morning(date) + _day / 2;

        public Box Span(DateOnly from, DateOnly to, Phase phase, decimal top, decimal height) =>
            new(Morning(from), top, (to.DayNumber - from.DayNumber + 1) * _day, height, phase);

        public Box Bar(PlanWeek week, decimal height)
        {
            var all = Span(week.Monday, week.Monday.AddDays(6), week.Phase, Foot - height, height);
            return all with { Left = all.Left + Gap / 2 * all.Width, Width = (1 - Gap) * all.Width };
        }

        /// <summary>What of a pause lies in the season; null when nothing does.</summary>
        public Pause? Clip(Pause pause)
        {
            var from = pause.From < plan.StartsOn ? plan.StartsOn : pause.From;
            var to = pause.To is { } end && end < plan.Horizon ? end : plan.Horizon;
            return from <= to ? new Pause(from, to) : null;
        }
    }
}
