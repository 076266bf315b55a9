using System.Text.RegularExpressions;

namespace StrengthDays.Training;

/// <summary>What must hold in the exercise file beyond its shape. Each fault names its row first.</summary>
internal static partial class CatalogueRules
{
    private const int LongestCue = 120;

    public static IEnumerable<string> Faults(IReadOnlyList<Exercise> exercises) =>
    [
        .. exercises.SelectMany(e => Faults(e).Select(fault => $"{e.Ref}: {fault}")),
        .. Twice(exercises, e => e.Ref, "ref"),
        .. Twice(exercises, e => e.Id, "id"),
        .. MissingRows(exercises),
    ];

    private static IEnumerable<string> Faults(Exercise e) =>
    [
        .. NameFaults(e),
        .. DoseFaults(e.Dose),
        .. LoadFaults(e),
        .. e.Prescribed ? PrescribedFaults(e) : [],
    ];

    private static IEnumerable<string> NameFaults(Exercise e)
    {
        if (!Reference().IsMatch(e.Ref))
            yield return $"the ref '{e.Ref}' is not an E and two digits";
        if (!Slug().IsMatch(e.Id))
            yield return $"the id '{e.Id}' is not a slug such as single-leg-squat";
        if (string.IsNullOrWhiteSpace(e.Name))
            yield return "the name is missing";
        if (e.Stage is < 0 or > 3)
            yield return $"stage {e.Stage} is not 0 to 3";
        if (e.Tempo is not null && !Tempo().IsMatch(e.Tempo))
            yield return $"the tempo '{e.Tempo}' is not of the form 3-0-1";
        if (e.Cue.Length > LongestCue || e.Cue.Contains('\n', StringComparison.Ordinal))
            yield return $"the cue is not one line of at most {LongestCue} characters";
        if (e.Demo is not null and not { IsAbsoluteUri: true, Scheme: "https" })
            yield return $"the demo '{e.Demo}' is not an https address";
    }

    private static IEnumerable<string> DoseFaults(Dose? dose)
    {
        if (dose is null)
            yield break;
        if (dose.Lower < 1)
            yield return $"the dose's lower bound {dose.Lower} is under 1";
        if (dose.Lower > dose.Start)
            yield return $"the dose's lower bound {dose.Lower} is over its start {dose.Start}";
        if (dose.Start > dose.Ceiling)
            yield return $"the dose's start {dose.Start} is over its ceiling {dose.Ceiling}";
    }

    private static IEnumerable<string> LoadFaults(Exercise e)
    {
        if (e.Equipment.Distinct().Count() < e.Equipment.Length)
            yield return "the same way to do it stands twice in equipment";
        if (e.Loads.Distinct().Count() < e.Loads.Length)
            yield return "the same load stands twice";
    }

    private static IEnumerable<string> PrescribedFaults(Exercise e)
    {
        if (e.Dose is null)
            yield return "the dose is missing";
        if (string.IsNullOrWhiteSpace(e.Cue))
            yield return "the cue is missing";
        if (e.Equipment.IsEmpty)
            yield return "equipment has no way to do it; [[]] is body weight";
        if (e.Category is Category.Recovery or Category.CrossTraining or Category.LoadModality)
            yield return "its category is advice and never prescribed";
    }

    private static IEnumerable<string> Twice(
        IEnumerable<Exercise> exercises, Func<Exercise, string> key, string member) =>
        exercises.GroupBy(key, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => $"{same.Last().Ref}: the {member} '{same.Key}' stands twice");

    private static IEnumerable<string> MissingRows(IReadOnlyList<Exercise> exercises)
    {
        var known = exercises.Select(e => e.Ref).ToHashSet(StringComparer.Ordinal);
        return
            from e in exercises
            from step in e.Harder.Concat(e.Easier)
            where step == e.Ref || !known.Contains(step)
            select $"{e.Ref}: harder or easier names {step}, which is {(step == e.Ref ? "itself" : "no row")}";
    }

    [GeneratedRegex(@"\AE[0-9]{2}\z")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A[0-9]-[0-9]-[0-9]\z")]
    private static partial Regex Tempo();
}
