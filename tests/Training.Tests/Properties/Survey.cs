using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>
/// Many random questionnaires through the planner, every plan held to every rule. Breaches of a kind are counted together and told
/// by the plainest questionnaire that still shows them.
/// </summary>
internal sealed partial class Survey
{
    private readonly ConcurrentDictionary<string, Breach> _breaches = [];

    /// <summary>The same seed and count always ask the same questionnaires.</summary>
    public static Survey Of(ulong seed, int count)
    {
        var survey = new Survey();
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithReplay(seed, 1UL)
            .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
        Check.One(config, Prop.ForAll(Questionnaires.Any, asked => survey.Hold(asked.Answers)));
        return survey;
    }

    /// <summary>Broken rules over all plans.</summary>
    public int Violations => _breaches.Values.Sum(b => b.Count);

    public override string ToString() => string.Join(
        '\n',
        _breaches.Values.OrderByDescending(b => b.Count).Select(b => b.Told()));

    public static IEnumerable<string> ViolationsOf(Questionnaire asked) =>
        PlanRules.Violations(asked, Season.Of(asked, SeedFile.Catalogue, History.Empty).ToPlan());

    private void Hold(Questionnaire asked)
    {
        foreach (var kind in ViolationsOf(asked).GroupBy(KindOf))
            _breaches.AddOrUpdate(kind.Key, _ => new(kind.Key, kind.Count(), asked), (_, b) => b with { Count = b.Count + kind.Count() });
    }

    private static string KindOf(string violation) => Particulars().Replace(violation, "*");

    /// <summary>Dates, numbers, exercises and quotations: what differs from one breach to the next of its kind.</summary>
    [GeneratedRegex(@"\[[^\]]*\]|'[^']*'|: E\d\d.*|E\d\d( E\d\d)*|-?\d+|differs from .*|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\S* ")]
    private static partial Regex Particulars();

    private sealed record Breach(string Kind, int Count, Questionnaire First)
    {
        public string Told()
        {
            var smallest = Smallest();
            return $"{Count}x {Violations(smallest).First()}\n    when {new Asked(smallest)}";
        }

        private Questionnaire Smallest()
        {
            var best = First;
            while (SmallerQuestionnaires.Than(best).FirstOrDefault(q => Violations(q).Any()) is { } smaller)
                best = smaller;
            return best;
        }

        private IEnumerable<string> Violations(Questionnaire asked) => ViolationsOf(asked).Where(v => KindOf(v) == Kind);
    }
}
