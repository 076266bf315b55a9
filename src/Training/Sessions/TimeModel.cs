namespace StrengthDays.Training;

/// <summary>How long things take, in seconds (section 3 and 3.1 of the rules).</summary>
public static class TimeModel
{
    /// <summary>No session is planned over 50 minutes, whatever was asked for (R122, D3).</summary>
    public const int LongestSeconds = 50 * 60;

    /// <summary>Getting ready for an exercise outside warm-up and activation.</summary>
    public const int SetUpSeconds = 30;

    /// <summary>Rest after a set of work (R150); a circuit rests 15 seconds.</summary>
    public const int RestSeconds = 60;

    /// <summary>Rest in a circuit, in warm-up and in activation.</summary>
    public const int ShortRestSeconds = 15;

    /// <summary>The whole warm-up.</summary>
    public const int WarmUpSeconds = 240;

    /// <summary>The whole warm-up of a circuit.</summary>
    public const int CircuitWarmUpSeconds = 120;

    /// <summary>One repetition: the digits of its tempo, 3 without one (R076).</summary>
    public static int SecondsOf(string? tempo)
    {
        if (tempo is null)
            return 3;
        if (tempo == Family.Slow)
            return 4;
        var sum = 0;
        foreach (var c in tempo)
            if (char.IsAsciiDigit(c))
                sum += c - '0';
        return sum;
    }

    /// <summary>All sets of one exercise with their rests, without set-up.</summary>
    public static int SecondsOf(Dose dose, int amount, string? tempo, bool perSide, int sets, int rest)
    {
        var work = dose.Unit is DoseUnit.Seconds ? amount : amount * SecondsOf(tempo);
        return sets * ((perSide ? 2 * work : work) + rest);
    }

    /// <summary>A whole session, for checking: the sum over its blocks, rounded up to minutes.</summary>
    public static int MinutesOf(IEnumerable<Block> blocks)
    {
        var seconds = 0;
        foreach (var block in blocks)
            foreach (var exercise in block.Exercises)
                seconds += SecondsOf(block.Kind, exercise);
        return (seconds + 59) / 60;
    }

    private static int SecondsOf(BlockKind block, Prescription e)
    {
        var work = e.HoldSeconds ?? e.Reps!.Value * SecondsOf(e.Tempo);
        return e.Sets * ((e.Exercise.PerSide ? 2 * work : work) + e.RestSeconds)
            + (block > BlockKind.Activation ? SetUpSeconds : 0);
    }
}
