using System.Globalization;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>The race-block keeps what general preparation ended with on the same weekday; only sets change (R126, D20).</summary>
internal static class FreezeRules
{
    public static IEnumerable<string> Violations(PlannedSeason season)
    {
        foreach (var weekday in season.ByWeekday)
        {
            Session? kept = null;
            foreach (var session in weekday.OrderBy(s => s.Date))
            {
                // A block without general preparation before it is kept to itself, and only until its race; what general
                // preparation ended with lasts until the next cycle prepares again.
                if (kept is not null && season.CycleOf(kept.Date) != season.CycleOf(session.Date)
                    && (kept.Phase == Phase.RaceBlock || Prepares(season, weekday, session)))
                    kept = null;
                if (session.Phase == Phase.RaceBlock && kept is not null && kept.Pattern() != session.Pattern())
                    yield return string.Create(CultureInfo.InvariantCulture, $"R126: {session.Date:ddd yyyy-MM-dd} differs from {kept.Phase} {kept.Date:yyyy-MM-dd}: {Difference(kept, session)}");
                if (session.Phase is Phase.GeneralPreparation || session.Phase == Phase.RaceBlock && kept is null)
                    kept = session;
            }
        }
    }

    private static bool Prepares(PlannedSeason season, IEnumerable<Session> weekday, Session session) => weekday.Any(s =>
        s.Phase == Phase.GeneralPreparation && season.CycleOf(s.Date) == season.CycleOf(session.Date));

    private static string Difference(Session kept, Session now)
    {
        var before = kept.Pattern().Split("; ");
        var after = now.Pattern().Split("; ");
        return $"{string.Join(", ", before.Except(after).Take(2))} -> {string.Join(", ", after.Except(before).Take(2))}";
    }
}
