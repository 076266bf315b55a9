using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using StrengthDays.Coaching.Contract;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class PlanWriterTests
{
    private static readonly Exercise Clamshell = new()
    {
        Id = "clamshell", Ref = "E10", Name = "Clamshell", Category = Category.GlutesHips, Stage = 1, PerSide = true,
        Cue = "Füße zusammen", Demo = new Uri("https://video.example/clam?a=1&b=2"),
    };

    private static readonly Plan Small = new(
        new DateOnly(2027, 1, 4),
        [new Race("Berlin Marathon", new DateOnly(2027, 9, 26), Distance.Marathon)],
        [new WeekdayPlacement(DayOfWeek.Monday, Strength: false, "tomorrow is hard")],
        [new PhaseRange(Phase.GeneralPreparation, new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 24), 3, "why")],
        [
            new PlanWeek(new DateOnly(2027, 1, 4), Phase.Foundation, 37, 24, [new DateOnly(2027, 1, 6)], ["note"]),
            new PlanWeek(new DateOnly(2027, 1, 11), Phase.EasyWeek, null, 0, [], []),
        ],
        [
            new Session(new DateOnly(2027, 1, 6), Phase.RaceBlock, "Title", 41, "why",
            [
                new Block(BlockKind.WarmUp, []),
                new Block(BlockKind.UpperBody,
                [
                    new Prescription
                    {
                        Exercise = Clamshell, Sets = 1, Reps = 15, Load = Load.BodyWeight, RestSeconds = 30,
                        Uses = Equipment.None,
                    },
                    new Prescription
                    {
                        Exercise = Clamshell with { Category = Category.CalvesAnkles, PerSide = false, Demo = null },
                        Sets = 3, HoldSeconds = 45, Tempo = "3-0-1", Load = new Load(LoadKind.Heavy, "12 to 16 kg"),
                        RestSeconds = 60, Uses = Equipment.AbWheel | Equipment.Mat,
                        Harder = "Harder", Easier = "Easier",
                    },
                ]),
            ]),
        ],
        ["notice"]);

    [Fact]
    public void A_plan_is_written_member_by_member_as_the_contract_shows_it() => Assert.Equal(
        """
        {"startsOn":"2027-01-04","revision":7,
        "races":[{"name":"Berlin Marathon","date":"2027-09-26","distance":"marathon","hilly":false,"priority":"a"}],
        "placement":[{"weekday":"monday","strength":false,"why":"tomorrow is hard"}],
        "phases":[{"phase":"general-preparation","from":"2027-01-04","to":"2027-01-24","sets":3,"why":"why"}],
        "weeks":[{"monday":"2027-01-04","phase":"foundation","weeksToRace":37,"totalSets":24,
        "strengthDays":["2027-01-06"],"notes":["note"]},
        {"monday":"2027-01-11","phase":"easy-week","weeksToRace":null,"totalSets":0,"strengthDays":[],"notes":[]}],
        "sessions":[{"date":"2027-01-06","phase":"race-block","title":"Title","estimatedMinutes":41,"why":"why",
        "blocks":[{"block":"warm-up","exercises":[]},{"block":"upper-body","exercises":[
        {"exercise":"clamshell","ref":"E10","name":"Clamshell","category":"glutes-hips",
        "sets":1,"reps":15,"holdSeconds":null,"perSide":true,"tempo":null,
        "load":{"kind":"body-weight","hint":null},"restSeconds":30,
        "uses":[],"cue":"Füße zusammen","harder":null,"easier":null,"demo":"https://video.example/clam?a=1\u0026b=2"},
        {"exercise":"clamshell","ref":"E10","name":"Clamshell","category":"calves-ankles",
        "sets":3,"reps":null,"holdSeconds":45,"perSide":false,"tempo":"3-0-1",
        "load":{"kind":"heavy","hint":"12 to 16 kg"},"restSeconds":60,
        "uses":["mat","ab-wheel"],"cue":"Füße zusammen","harder":"Harder","easier":"Easier","demo":null}
        ]}]}],
        "notices":["notice"]}
        """.ReplaceLineEndings(""),
        Encoding.UTF8.GetString(PlanWriter.Write(Small, 7)));

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void The_plan_of_a_sample_is_the_same_bytes_in_every_culture(string name)
    {
        var here = CultureInfo.CurrentCulture;
        var bytes = PlanOf(name);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(bytes, PlanOf(name));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_exercise_has_either_repetitions_or_a_hold(string name)
    {
        var exercises =
            from session in JsonNode.Parse(PlanOf(name))!["sessions"]!.AsArray()
            from block in session!["blocks"]!.AsArray()
            from exercise in block!["exercises"]!.AsArray()
            select (exercise!["reps"], exercise["holdSeconds"]);

        Assert.All(exercises, dose => Assert.True(dose.Item1 is null != dose.Item2 is null));
    }

    private static byte[] PlanOf(string sample)
    {
        var enrolment = QuestionnaireReader.ReadPreview(Samples.Read(sample), Filled.Now).Value!;
        return PlanWriter.Write(Season.Of(enrolment.Training, Catalogue.Default, History.Empty).ToPlan(), 1);
    }
}
