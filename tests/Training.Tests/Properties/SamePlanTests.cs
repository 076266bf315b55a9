using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Training.Tests.Properties;

/// <summary>A plan is the same however and whenever it is asked for.</summary>
[Trait("Category", "Once")]
public sealed class SamePlanTests
{
    private static readonly Config _some = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(200).WithReplay(2027, 1UL);

    [Fact]
    public void The_same_questionnaire_gives_the_same_plan() => Holds(asked => Text(Given(asked).ToPlan()) == Text(Given(asked).ToPlan()));

    [Fact]
    public void A_session_asked_for_alone_is_the_plans() => Holds(asked =>
    {
        var plan = Given(asked).ToPlan();
        return plan.Sessions.Reverse().All(s => Text(Given(asked).SessionOn(s.Date)!) == Text(s));
    });

    [Fact]
    public void The_next_strength_day_is_the_plans() => Holds(asked =>
    {
        var season = Given(asked);
        var plan = season.ToPlan();
        return plan.Sessions.Select(s => (DateOnly?)s.Date).Append(null)
            .SequenceEqual(plan.Sessions.Select(s => s.Date).Prepend(plan.StartsOn.AddDays(-1)).Select(season.NextStrengthDayAfter));
    });

    [Fact]
    public void The_order_of_niggles_and_wishes_changes_nothing() => Holds(asked =>
    {
        var turned = asked with { Niggles = [.. asked.Niggles.Reverse()], Avoid = [.. asked.Avoid.Reverse()] };
        return Text(Given(asked).ToPlan().Sessions) == Text(Given(turned).ToPlan().Sessions);
    });

    private static void Holds(Func<Questionnaire, bool> rule) =>
        Check.One(_some, Prop.ForAll(Questionnaires.Any, asked => rule(asked.Answers)));

    private static Season Given(Questionnaire asked) => Season.Of(asked, SeedFile.Catalogue, History.Empty);

    private static string Text(object value) => System.Text.Json.JsonSerializer.Serialize(value);
}
