using System.Diagnostics;

namespace StrengthDays.Benchmarks;

/// <summary>How far the work was at a time, and what it had cost.</summary>
internal readonly record struct Mark(int Mails, TimeSpan Cpu, long At)
{
    public static Mark Now(CountedMails mails) =>
        new(mails.Accepted, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());

    public double MailsPerSecondSince(Mark earlier) =>
        Math.Round((Mails - earlier.Mails) / Stopwatch.GetElapsedTime(earlier.At, At).TotalSeconds);

    public double CpuSecondsPer1000Since(Mark earlier) =>
        Math.Round((Cpu - earlier.Cpu).TotalSeconds * 1000 / Math.Max(1, Mails - earlier.Mails), 3);
}
