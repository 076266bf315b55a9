using System.Globalization;

namespace StrengthDays.Training;

/// <summary>Words for how heavy, by implement and by how often the load has risen (R071, R087, R133, R140).</summary>
internal static class LoadHints
{
    private const int Steps = 64;

    private static readonly Equipment[] Implements =
    [
        Equipment.Dumbbells, Equipment.Kettlebell, Equipment.Barbell, Equipment.Rucksack, Equipment.WeightVest,
        Equipment.Band, Equipment.CableMachine,
    ];

    // Load hints are the same for every runner: made once, shared by every plan.
    private static readonly Load[] Table = Fill();

    /// <param name="implement">What is lifted, one flag.</param>
    /// <param name="step">1 for the first load, then one more each time it rises.</param>
    public static Load For(Equipment implement, int step, Units units) =>
        Table[IndexOf(Array.IndexOf(Implements, implement), Math.Min(step, Steps) - 1, units)];

    private static int IndexOf(int implement, int step, Units units) => (implement * Steps + step) * 2 + (int)units;

    private static Load[] Fill()
    {
        var table = new Load[Implements.Length * Steps * 2];
        for (var i = 0; i < Implements.Length; i++)
            for (var step = 0; step < Steps; step++)
                foreach (var units in Enum.GetValues<Units>())
                    table[IndexOf(i, step, units)] =
                        new(KindOf(Implements[i], step + 1), Hint(Implements[i], step + 1, units));
        return table;
    }

    private static LoadKind KindOf(Equipment implement, int step) => implement is Equipment.Band
        ? LoadKind.Band
        : step switch { 1 => LoadKind.Light, < 4 => LoadKind.Moderate, _ => LoadKind.Heavy };

    /// <summary>The one to begin with.</summary>
    public static string Kettlebell(Units units) =>
        units is Units.Metric ? "12 to 16 kg kettlebell" : "26 to 35 lb kettlebell";

    private static string Hint(Equipment implement, int step, Units units) => implement switch
    {
        Equipment.Band => step switch
        {
            1 => "light band",
            2 => "medium band",
            3 => "heavy band",
            _ => Step(step, "heavy band, held shorter"),
        },
        Equipment.Kettlebell when step == 1 => $"{Kettlebell(units)}: one you could lift 5 times more than asked",
        Equipment.Rucksack when step == 1 => "rucksack with books: a weight you could lift 5 times more than asked",
        _ when step == 1 => $"{Name(implement)}: a weight you could lift 5 times more than asked",
        Equipment.Rucksack => Step(step, $"one more book, at most 10 % heavier than {Before(step)}"),
        Equipment.Kettlebell => Step(
            step, $"the next kettlebell after the one {Before(step)} if clean reps allow, else lower it more slowly"),
        _ => Step(step, $"{Name(implement)} at most 10 % heavier than {Before(step)}"),
    };

    private static string Step(int step, string words) =>
        string.Create(CultureInfo.InvariantCulture, $"load step {step}: {words}");

    // A step lasts for weeks: told against the last time, a runner would raise it in each of them (R126).
    private static string Before(int step) => string.Create(CultureInfo.InvariantCulture, $"in step {step - 1}");

    private static string Name(Equipment implement) => implement switch
    {
        Equipment.Dumbbells => "dumbbells",
        Equipment.Barbell => "barbell",
        Equipment.WeightVest => "weight vest",
        _ => "cable machine",
    };
}
