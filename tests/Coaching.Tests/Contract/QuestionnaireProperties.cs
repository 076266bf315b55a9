using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class QuestionnaireProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static readonly Gen<string> Words = Gen.Elements(
        "monday", "easy", "2027-09-26", "marathon", "06:30", "UTC", "a", "box-jump", "band", "achilles", "", "\0", "👟");

    private static readonly string[] Members =
    [
        .. JsonNode.Parse(Filled.InFull)!.AsObject().Select(m => m.Key), "area", "date", "distance", "friday", "x", "",
    ];

    [Fact]
    public void What_is_written_reads_back_as_it_was() => Prop.ForAll(Enrolments.Any, enrolment =>
    {
        var written = QuestionnaireWriter.Write(enrolment);
        var read = QuestionnaireReader.ReadSignUp(written, Filled.Now.AddYears(100)).Value!;
        return QuestionnaireWriter.Write(read).AsSpan().SequenceEqual(written) && SameTraining(enrolment, read);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void What_is_written_has_the_members_of_the_contracts_example() => Prop.ForAll(Enrolments.Any, enrolment =>
    {
        var written = JsonNode.Parse(QuestionnaireWriter.Write(enrolment))!.AsObject();
        return written.Select(m => m.Key).SequenceEqual(JsonNode.Parse(Filled.InFull)!.AsObject().Select(m => m.Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_give_either_a_value_or_errors() =>
        Prop.ForAll<byte[]>(bytes => IsDecided(bytes)).Check(Often);

    [Fact]
    public void Any_text_gives_either_a_value_or_errors() =>
        Prop.ForAll<string?>(text => IsDecided(Encoding.UTF8.GetBytes(text ?? ""))).Check(Often);

    [Fact]
    public void Any_JSON_gives_either_a_value_or_errors() =>
        Prop.ForAll(Arb.From(Json(4)), json => IsDecided(Encoding.UTF8.GetBytes(json))).Check(Often);

    [Fact]
    public void The_example_with_any_member_replaced_by_any_JSON_gives_either_a_value_or_errors() =>
        Prop.ForAll(Arb.From(Gen.Elements(Members)), Arb.From(Json(2)), (name, json) =>
        {
            var example = JsonNode.Parse(Filled.InFull)!;
            example[name] = JsonNode.Parse(json);
            return IsDecided(Encoding.UTF8.GetBytes(example.ToJsonString()));
        }).Check(Often);

    private static bool IsDecided(byte[] body)
    {
        var signUp = QuestionnaireReader.ReadSignUp(body, Filled.Now);
        var preview = QuestionnaireReader.ReadPreview(body, Filled.Now);
        return signUp.Value is null == signUp.Errors.Any
            && preview.Value is null == preview.Errors.Any
            && (signUp.Value is null || preview.Value is not null);
    }

    private static bool SameTraining(Enrolment one, Enrolment other) =>
        one with { Training = other.Training } == other
        && JsonSerializer.Serialize(one.Training) == JsonSerializer.Serialize(other.Training);

    private static Gen<string> Json(int depth) => depth == 0 ? Leaf() : Gen.OneOf(Leaf(), Array(depth), Object(depth));

    private static Gen<string> Leaf() => Gen.OneOf(
        Gen.Elements("null", "true", "false", "1e400", "-0", "2.0", "99999999999999999999"),
        Gen.Choose(-1, 61).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Words.Select(word => JsonSerializer.Serialize(word)));

    private static Gen<string> Array(int depth) =>
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(Json(depth - 1), count)
        select $"[{string.Join(',', items)}]";

    private static Gen<string> Object(int depth) =>
        from count in Gen.Choose(0, 4)
        from names in Gen.ArrayOf(Gen.Elements(Members), count)
        from values in Gen.ArrayOf(Json(depth - 1), count)
        let members = names.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{value}")
        select $"{{{string.Join(',', members)}}}";
}
