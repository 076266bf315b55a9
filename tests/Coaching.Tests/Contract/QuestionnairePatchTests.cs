using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class QuestionnairePatchTests
{
    private static readonly Enrolment Ana = Filled.SignUp(Filled.InFull).Value!;

    [Fact]
    public void What_a_patch_does_not_name_stays()
    {
        var patched = Patch("""{"sendAt":"19:45","week":{"friday":"cross"},"equipment":["chair"]}""").Value!;

        Assert.Equal(new TimeOnly(19, 45), patched.SendAt);
        Assert.Equal(Ana.Training.Week with { Friday = RunDay.Cross }, patched.Training.Week);
        Assert.Equal(Equipment.Chair, patched.Training.Equipment);
        Assert.Equal((Ana.Email, Ana.Name, Ana.TimeZone), (patched.Email, patched.Name, patched.TimeZone));
        Assert.Equal(Ana.Training.Races.AsEnumerable(), patched.Training.Races);
    }

    [Fact]
    public void Null_brings_the_default_back()
    {
        var patched = Patch("""
            {"name":null,"sendAt":null,"races":null,"equipment":null,"upperBody":null,"startOn":null}
            """).Value!;

        Assert.Null(patched.Name);
        Assert.Equal(new TimeOnly(6, 0), patched.SendAt);
        Assert.Empty(patched.Training.Races);
        Assert.Equal(Equipment.None, patched.Training.Equipment);
        Assert.True(patched.Training.UpperBody);
        Assert.Equal(new DateOnly(2026, 11, 22), patched.Training.StartOn);
    }

    [Theory]
    [InlineData("""{"email":"bob@example.com"}""", "email", "sign up again with the other address")]
    [InlineData("""{"email":"ana@example.com"}""", "email", "cannot be changed")]
    [InlineData("""{"consent":true}""", "consent", "cannot be changed")]
    [InlineData("""{"startOn":"2026-11-21"}""", "startOn", "must be a date from 2026-11-22 on")]
    [InlineData("""{"startOn":"2028-11-23"}""", "startOn", "not after 2028-11-22")]
    [InlineData("""{"startOn":"soon"}""", "startOn", "must be a date such as")]
    [InlineData("""{"timeZone":null}""", "timeZone", "is missing")]
    [InlineData("""{"week":null}""", "week", "is missing")]
    [InlineData("""{"week":{"friday":null}}""", "week.friday", "is missing; it must be one of rest,")]
    [InlineData("""{"week":{"friday":"nap"}}""", "week.friday", "one of rest,")]
    [InlineData("""{"week":"easy"}""", "week", "an object with the members monday to sunday")]
    [InlineData("""{"races":[{"date":"2027-09-26"}]}""", "races[0].distance", "is missing")]
    [InlineData("""{"minuts":30}""", "minuts", "Did you mean minutes?")]
    [InlineData("""{"minuts":null}""", "minuts", "Did you mean minutes?")]
    [InlineData("""{"week":{"fri":null}}""", "week.fri", "Accepted here: monday, tuesday,")]
    [InlineData("""{"minutes":30,"minutes":40}""", "minutes", "given twice")]
    [InlineData("[]", "$", "one JSON object")]
    [InlineData("", "$", "empty")]
    public void What_a_patch_may_not_do_is_named(string patch, string path, string complaint)
    {
        var result = Patch(patch);

        Assert.Null(result.Value);
        Assert.Contains(result.Errors.ByMember[path], message => message.Contains(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_may_be_moved_to_today_or_later() =>
        Assert.Equal(new DateOnly(2026, 11, 22), Patch("""{"startOn":"2026-11-22"}""").Value!.Training.StartOn);

    [Fact]
    public void An_empty_patch_changes_nothing() => Prop.ForAll(Enrolments.Any, enrolment =>
    {
        var patched = QuestionnairePatch.Read(enrolment, "{}"u8.ToArray(), Filled.Now.AddYears(100));
        return QuestionnaireWriter.Write(patched.Value!).AsSpan().SequenceEqual(QuestionnaireWriter.Write(enrolment));
    }).QuickCheckThrowOnFailure();

    private static ReadResult<Enrolment> Patch(string json) =>
        QuestionnairePatch.Read(Ana, Encoding.UTF8.GetBytes(json), Filled.Now);
}
