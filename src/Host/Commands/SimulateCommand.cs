namespace StrengthDays.Host;

/// <summary>Runs the real pipeline on a virtual clock.</summary>
internal static class SimulateCommand
{
    /// <param name="args">What follows the word <c>simulate</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        await Console.Error.WriteLineAsync($"simulate cannot run yet ({args.Length} arguments given).");
        return 2;
    }
}
