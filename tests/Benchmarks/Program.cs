using StrengthDays.Benchmarks;
using StrengthDays.Coaching.Settings;

try
{
    return args switch
    {
        ["plans"] => PlansBenchmark.Run(),
        ["tick", .. var rest] when TickOptions.Read(rest) is { } options => await new TickBenchmark(options).RunAsync(),
        _ => Refuse($"Say which benchmark: plans, or {TickOptions.Usage}"),
    };
}
catch (SettingException wrong)
{
    return Refuse(wrong.Message);
}

static int Refuse(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 2;
}
