using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Properties;
using StrengthDays.Training.Tests.Rules;

namespace StrengthDays.Training.Tests.Sentences;

/// <summary>Everything the planner can say, over many random plans and what happens in them (R008, D14, D15).</summary>
public sealed class CopyTests
{
    private static readonly Lazy<ICollection<string>> _said = new(Collect);

    [Fact]
    [Trait("Rule", "R008"), Trait("Rule", "D14"), Trait("Rule", "D15")]
    public void No_plan_promises_anything_or_claims_an_effect_of_its_own() =>
        Assert.Empty(_said.Value.SelectMany(CopyLint.Faults));

    [Fact]
    [Trait("Rule", "R008"), Trait("Rule", "D14"), Trait("Rule", "D15")]
    public void No_exercise_promises_anything_or_claims_an_effect_of_its_own() =>
        Assert.Empty(SeedFile.Catalogue.All.SelectMany(Copy.Of).SelectMany(CopyLint.Faults));

    [Fact]
    [Trait("Rule", "R008"), Trait("Rule", "D14"), Trait("Rule", "D15")]
    public void No_refusal_to_move_a_session_promises_anything()
    {
        var season = Season.Of(Given.Runner.RacingIn(120), SeedFile.Catalogue, History.Empty);
        var first = season.NextStrengthDayAfter(Given.Start)!.Value;

        var refusals = Enumerable.Range(-10, 200).Select(day => season.RefusalToMove(first, Given.Start.AddDays(day)));

        Assert.Empty(refusals.OfType<string>().SelectMany(CopyLint.Faults));
    }

    [Fact]
    [Trait("Rule", "R109")]
    public void Every_sentence_is_whole() => Assert.All(_said.Value, sentence =>
    {
        Assert.NotEmpty(sentence.Trim());
        Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("..", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('{', sentence);
    });

    private static ICollection<string> Collect()
    {
        ConcurrentDictionary<string, byte> said = [];
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(2027, 1UL)
            .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
        Check.One(config, Prop.ForAll(Questionnaires.Any, asked =>
        {
            foreach (var sentence in PlansOf(asked.Answers).SelectMany(Copy.Of))
                said.TryAdd(Copy.WithoutNumbers(sentence), 0);
        }));
        return said.Keys;
    }

    /// <summary>The plan as asked for, and once its first session hurt and a pause followed.</summary>
    private static IEnumerable<Plan> PlansOf(Questionnaire asked)
    {
        var plan = Season.Of(asked, SeedFile.Catalogue, History.Empty).ToPlan();
        yield return plan;
        if (plan.Sessions.FirstOrDefault() is not { } first)
            yield break;
        var hurt = first.Trained().FirstOrDefault()?.Exercise.Id;
        var history = new History
        {
            Feedback = [new(first.Date, Answer.Pain, hurt), new(first.Date, Answer.Pain)],
            Pauses = [new(first.Date.AddDays(20), first.Date.AddDays(40)), new(first.Date.AddDays(90), null)],
            Skips = [first.Date],
        };
        yield return Season.Of(asked, SeedFile.Catalogue, history).ToPlan();
    }
}
