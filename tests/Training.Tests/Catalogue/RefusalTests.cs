using System.Text;
using System.Text.Json.Nodes;

namespace StrengthDays.Training.Tests.Catalogue;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{ "reps": 10 }""", "'reps' could not be mapped")]
    [InlineData("""{ "name": null }""", "'name'")]
    [InlineData("""{ "name": " " }""", "the name is missing")]
    [InlineData("""{ "id": "Step Up" }""", "the id 'Step Up' is not a slug")]
    [InlineData("""{ "id": "step--up" }""", "the id 'step--up' is not a slug")]
    [InlineData("""{ "id": "step-up\n" }""", "is not a slug")]
    [InlineData("""{ "stage": 4 }""", "stage 4 is not 0 to 3")]
    [InlineData("""{ "stage": "1" }""", "$.stage")]
    [InlineData("""{ "perSide": "yes" }""", "$.perSide")]
    [InlineData("""{ "category": "legs" }""", "$.category")]
    [InlineData("""{ "category": 3 }""", "$.category")]
    [InlineData("""{ "category": "recovery" }""", "advice and never prescribed")]
    [InlineData("""{ "cue": "" }""", "the cue is missing")]
    [InlineData("""{ "cue": "Up.\nDown." }""", "the cue is not one line")]
    [InlineData("""{ "tempo": "slow" }""", "the tempo 'slow' is not of the form 3-0-1")]
    [InlineData("""{ "demo": "/video" }""", "the demo '/video' is not an https address")]
    [InlineData("""{ "demo": "http://example.com/video" }""", "is not an https address")]
    public void A_member_that_makes_no_sense_is_refused_with_its_row(string change, string reason) =>
        AssertStepUpRefused(change, reason);

    [Theory]
    [InlineData("""{ "dose": null }""", "the dose is missing")]
    [InlineData("""{ "dose": { "unit": "metres", "start": 1, "ceiling": 1, "lower": 1 } }""", "$.dose.unit")]
    [InlineData("""{ "dose": { "unit": "reps", "start": 16, "ceiling": 15, "lower": 8 } }""", "start 16 is over")]
    [InlineData("""{ "dose": { "unit": "reps", "start": 10, "ceiling": 15, "lower": 11 } }""", "bound 11 is over")]
    [InlineData("""{ "dose": { "unit": "reps", "start": 10, "ceiling": 15, "lower": 0 } }""", "bound 0 is under 1")]
    [InlineData("""{ "dose": { "unit": "reps", "start": 10, "ceiling": 15 } }""", "'lower'")]
    public void A_dose_that_leads_nowhere_is_refused(string change, string reason) =>
        AssertStepUpRefused(change, reason);

    [Theory]
    [InlineData("""{ "equipment": [["trampoline"]] }""", "unknown equipment 'trampoline', known are mat, band,")]
    [InlineData("""{ "equipment": [["Box"]] }""", "unknown equipment 'Box'")]
    [InlineData("""{ "equipment": [[4]] }""", "unknown equipment")]
    [InlineData("""{ "equipment": [null] }""", "equipment is not a list of lists")]
    [InlineData("""{ "equipment": null }""", "equipment is not a list of lists")]
    [InlineData("""{ "equipment": ["box"] }""", "equipment is not a list of lists")]
    [InlineData("""{ "equipment": [] }""", "equipment has no way to do it")]
    [InlineData("""{ "equipment": [["box", "band"], ["band", "box"]] }""", "the same way to do it stands twice")]
    [InlineData("""{ "loads": ["anvil"] }""", "unknown equipment 'anvil'")]
    [InlineData("""{ "loads": ["band", "band"] }""", "the same load stands twice")]
    [InlineData("""{ "loads": [null] }""", "unknown equipment ''")]
    public void Equipment_nobody_could_own_is_refused(string change, string reason) =>
        AssertStepUpRefused(change, reason);

    [Theory]
    [InlineData("""{ "harder": ["E99"] }""", "harder or easier names E99, which is no row")]
    [InlineData("""{ "easier": ["E99"] }""", "harder or easier names E99, which is no row")]
    [InlineData("""{ "easier": ["E25"] }""", "harder or easier names E25, which is itself")]
    [InlineData("""{ "harder": [null] }""", "which is no row")]
    [InlineData("""{ "id": "forearm-plank" }""", "the id 'forearm-plank' stands twice")]
    public void A_row_that_does_not_fit_the_others_is_refused(string change, string reason) =>
        AssertStepUpRefused(change, reason);

    [Fact]
    public void A_ref_that_stands_twice_is_refused() =>
        AssertRefused(FileWith(StepUp("""{ "ref": "E01" }""")), "E01: the ref 'E01' stands twice");

    [Fact]
    public void A_member_that_stands_twice_is_refused() => AssertRefused(
        FileWith("""{ "ref": "E25", "cue": "Up.", "cue": "Down." }"""), "line 6: Duplicate property 'cue'");

    [Fact]
    public void A_ref_of_another_form_is_refused() =>
        AssertRefused(FileWith(StepUp("""{ "ref": "Step" }""")), "Step: the ref 'Step' is not an E and two digits");

    [Theory]
    [InlineData("null", "the row is null")]
    [InlineData("[]")]
    [InlineData("\"E25\"")]
    [InlineData("{ \"id\": \"step-up\" }")]
    public void A_row_without_a_ref_is_named_by_its_place(string row, string reason = "") =>
        AssertRefused(FileWith(row), $"row 2: {reason}");

    [Fact]
    public void What_is_only_named_needs_no_cue_and_a_dose_may_fall_to_one()
    {
        const string advice = """
            { "id": "sleep", "ref": "E81", "name": "Sleep", "category": "recovery", "stage": 0, "prescribed": false }
            """;
        const string lowest = """{ "dose": { "unit": "reps", "start": 2, "ceiling": 3, "lower": 1 } }""";

        Assert.Equal("", Parse(FileWith(advice))["E81"].Cue);
        Assert.Equal(1, Parse(FileWith(StepUp(lowest)))["E25"].Dose!.Lower);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null", "the file holds no exercises")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "exercises": null }""")]
    [InlineData("""{ "exercises": [], "version": 2 }""")]
    [InlineData("""{ "exercises": [], "exercises": [] }""")]
    [InlineData("""{ "exercises": [{ "ref": "E01", }] }""")]
    public void A_file_of_another_shape_is_refused(string json, string reason = "") =>
        AssertRefused(json, $"line 1: {reason}");

    [Fact]
    public void A_cue_of_120_characters_is_the_longest()
    {
        var longest = new string('x', 120);

        var parsed = Parse(FileWith(StepUp($$"""{ "cue": "{{longest}}" }""")));

        Assert.Equal(longest, parsed["E25"].Cue);
        AssertStepUpRefused($$"""{ "cue": "{{longest}}x" }""", "the cue is not one line of at most 120 characters");
    }

    private static void AssertStepUpRefused(string change, string reason)
    {
        var refusal = Assert.Throws<CatalogueException>(() => Parse(FileWith(StepUp(change))));

        Assert.StartsWith("E25: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string file, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<CatalogueException>(() => Parse(file)).Message, StringComparison.Ordinal);

    private static ExerciseCatalogue Parse(string json) => CatalogueFile.Parse(Encoding.UTF8.GetBytes(json));

    private static string FileWith(string row) => $$"""
        {
          "$schema": "./exercises.schema.json",
          "exercises": [
            { "id": "forearm-plank", "ref": "E01", "name": "Forearm plank", "category": "core", "stage": 1,
              "dose": { "unit": "seconds", "start": 30, "ceiling": 60, "lower": 30 }, "cue": "One straight line." },
            {{row}}
          ]
        }
        """;

    /// <summary>A good row, some of its members replaced.</summary>
    private static string StepUp(string change)
    {
        var row = JsonNode.Parse("""
            { "id": "step-up", "ref": "E25", "name": "Step-up", "category": "glutes-hips", "stage": 1, "perSide": true,
              "dose": { "unit": "reps", "start": 10, "ceiling": 15, "lower": 8 }, "equipment": [["box"], ["stairs"]],
              "loads": ["rucksack"], "cue": "Whole foot on the step.", "easier": ["E01"] }
            """)!.AsObject();
        foreach (var (member, value) in JsonNode.Parse(change)!.AsObject())
            row[member] = value?.DeepClone();
        return row.ToJsonString();
    }
}
