using StrengthDays.Benchmarks;

return args switch
{
    ["plans"] => PlansBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Say which benchmark: plans");
    return 2;
}
