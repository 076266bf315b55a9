using StrengthDays.Coaching.Settings;
using StrengthDays.Host.Simulation;

namespace StrengthDays.Host.Commands;

/// <summary>
/// Shows what a runner would get: the real pipeline on a virtual clock, with a store that is thrown away.
/// </summary>
internal static class SimulateCommand
{
    /// <param name="args">What follows the word <c>simulate</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var request = SimulationRequest.Read(args);
            var mails = await SimulateAsync(request);
            SimulationFolder.Write(request.Out, mails);
            SimulationTable.Print(Console.Out, mails, request.Out);
            return 0;
        }
        catch (Exception e) when (e is SimulationException or SettingException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private static async Task<IReadOnlyList<SimulatedMail>> SimulateAsync(SimulationRequest request)
    {
        var store = Directory.CreateTempSubdirectory("strength-days-simulation-");
        try
        {
            await using var run = new SimulationRun(request, store.FullName);
            var progress = new ProgressBar(Console.Error, request.Start, request.End);
            await run.SignUpAsync();
            while (await run.JumpAsync())
                progress.Show(run.Now, run.MailCount);
            progress.Clear();
            return await run.MailsAsync();
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }
}
