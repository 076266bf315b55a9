using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Storage;

public sealed class StoredJsonTests
{
    [Fact]
    public void Any_enrolment_comes_back_as_it_was_stored() => Prop.ForAll(Enrolments.Any, enrolment =>
    {
        var inputs = new PlanInputs(enrolment, [], LinkGenerations.First);
        var back = StoredJson.Read<PlanInputs>(StoredJson.Write(inputs));
        return QuestionnaireWriter.Write(back.Enrolment).SequenceEqual(QuestionnaireWriter.Write(enrolment));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_left_at_its_default_takes_no_room()
    {
        var json = StoredJson.Write(Runners.Ben.With(t => t with { Equipment = Equipment.None }).Training);

        Assert.Equal(["startOn", "week"], JsonNode.Parse(json)!.AsObject().Select(p => p.Key));
        Assert.True(StoredJson.Read<Questionnaire>(json).UpperBody);
    }

    [Fact]
    public void A_session_comes_back_as_it_was_sent()
    {
        var season = Season.Of(Runners.Ana.Training, Catalogue.Default, History.Empty);
        var session = season.SessionOn(new DateOnly(2027, 3, 10))!;

        var back = StoredJson.Read<StoredSession>(StoredJson.Write(StoredSession.Of(session))).On(
            session.Date, Catalogue.Default);

        var plan = season.ToPlan();
        Assert.Equal(
            PlanWriter.Write(plan with { Sessions = [session] }, 1), PlanWriter.Write(
                plan with { Sessions = [back] }, 1));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"enrolment":{"email":"ana@example.com"}}""")]
    [InlineData("""{"events":[{"event":"abducted"}]}""")]
    public void What_cannot_be_read_says_so_without_its_content(string json)
    {
        var failure = Assert.Throws<UnreadableRowException>(() => StoredJson.Read<PlanInputs>(json));

        Assert.DoesNotContain("example.com", failure.ToString(), StringComparison.Ordinal);
    }
}
