using System.Globalization;
using Xunit.Abstractions;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// Seeded runs of the whole pipeline against everything that can go wrong at once. SIM_SEED=n repeats one and tells its story.
/// </summary>
[Trait("Fault", "F1")]
[Trait("Fault", "F2")]
[Trait("Fault", "F3")]
[Trait("Fault", "F5")]
[Trait("Fault", "F11")]
[Trait("Fault", "F12")]
[Trait("Fault", "F16")]
[Trait("Fault", "F17")]
[Trait("Fault", "F18")]
[Trait("Fault", "F19")]
[Trait("Fault", "F21")]
[Trait("Fault", "F22")]
[Trait("Fault", "F24")]
[Trait("Fault", "F27")]
[Trait("Fault", "F28")]
[Trait("Fault", "F6")]
[Trait("Fault", "F25")]
public sealed class SimulatorTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Category", "Once")]
    public Task Some_hundred_weeks_without_a_violation() => RunAsync(first: 1, runs: 150, runners: 4, days: 6);

    /// <summary>Long enough for horizons that move on, and in all tenths a million days of runners.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [Trait("Category", "Long")]
    public Task A_million_runner_days_without_a_violation(int tenth) =>
        RunAsync(first: 100_000 + (100 * tenth), runs: 100, runners: 10, days: 100);

    private async Task RunAsync(int first, int runs, int runners, int days)
    {
        var asked = Environment.GetEnvironmentVariable("SIM_SEED")?.Split(',').Select(int.Parse).ToList();
        var seeds = asked ?? Enumerable.Range(first, runs);
        var (wrong, lived, mails, deaths, certain) = (new List<string>(), 0L, 0L, 0, 0L);
        var started = TimeProvider.System.GetTimestamp();
        foreach (var one in seeds)
        {
            await using var sim = new Sim(one, days);
            // Off the tests' own scheduler, so that whoever waited goes on in the same thread.
            var complaints = await Task.Run(() => sim.RunAsync(runners));
            (lived, mails, deaths, certain) =
                (lived + sim.RunnerDays, mails + sim.Mails, deaths + sim.Deaths, certain + sim.Certain);
            if (asked is not null)
                output.WriteLine(string.Join('\n', sim.Story.Prepend($"seed {one}").Concat(complaints)));
            wrong.AddRange(complaints.Take(5).Select(c =>
                $"{sim}: {c}; again with SIM_SEED={one} dotnet test tests/Coaching.Tests --filter SimulatorTests"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lived:N0} runner-days, {mails:N0} mails, {deaths:N0} deaths, {certain:N0} dates without a doubt in "
            + $"{TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s"));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(30)));
        Assert.True(asked is not null || (deaths > 100 && certain > 1_000));
    }
}
