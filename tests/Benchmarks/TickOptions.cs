using System.Globalization;

namespace StrengthDays.Benchmarks;

/// <summary>What <c>tick</c> was asked for.</summary>
/// <param name="Runners">In the store.</param>
/// <param name="Due">Of them due now.</param>
/// <param name="Settings">Everything else on the command line: settings of the product.</param>
internal sealed record TickOptions(int Runners, int Due, string[] Settings)
{
    public const string Usage = "tick --runners N --due D --Data DIR [--Setting value ...], with 1 <= D <= N";

    /// <returns>Null for a command line that makes no sense.</returns>
    public static TickOptions? Read(string[] args)
    {
        var (runners, due, settings) = (0, 0, new List<string>());
        if (args.Length % 2 != 0)
            return null;
        foreach (var pair in args.Chunk(2))
        {
            if (pair[0] == "--runners" && Number(pair[1]) is { } all)
                runners = all;
            else if (pair[0] == "--due" && Number(pair[1]) is { } some)
                due = some;
            else
                settings.AddRange(pair);
        }

        return runners >= due && due > 0 && settings.Contains("--Data") ? new(runners, due, [.. settings]) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
