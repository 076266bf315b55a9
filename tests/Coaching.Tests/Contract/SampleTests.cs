using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class SampleTests
{
    [Fact]
    public void There_are_six_samples() => Assert.Equal(
        ["first-5k", "half-marathon", "marathon-beginner", "no-race", "race-in-12-days", "ultra"],
        Samples.Names);

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_sample_can_be_signed_up_with_and_gives_a_plan(string name)
    {
        var enrolment = QuestionnaireReader.ReadSignUp(Samples.Read(name), Filled.Now).Value!;
        var plan = Season.Of(enrolment.Training, Catalogue.Default, History.Empty).ToPlan();

        Assert.EndsWith("@example.com", enrolment.Email, StringComparison.Ordinal);
        Assert.All(enrolment.Training.Races, race => Assert.True(race.Date > enrolment.Training.StartOn));
        Assert.NotEmpty(plan.Sessions);
        Assert.Equal(enrolment.Training.StartOn, plan.StartsOn);
    }
}
