using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StrengthDays.Training.Tests.Catalogue;
using StrengthDays.Training.Tests.Rules;

namespace StrengthDays.Training.Tests.Plans;

/// <summary>
/// What may stand in each place of a session, best first, and what a session is made of as its minutes shrink: tables a
/// coach can read in a diff (D2, D7, section 2's map, section 3 when time is short).
/// </summary>
public sealed class PoolTests
{
    private static readonly string[] _quickCalves =
        ["calf-raise", "single-leg-calf-raise", "loaded-single-leg-calf-raise"];

    private static readonly ImmutableArray<(string Name, Questionnaire Asked)> _runners =
    [
        ("new, nothing", Given.Runner),
        ("some, bands", Given.Runner with { Experience = Experience.Some, Equipment = Equipment.Band }),
        ("experienced, home", Given.Experienced with
        {
            Equipment = Equipment.Rucksack | Equipment.Towel | Equipment.Stairs | Equipment.Chair,
            DynamicCore = true,
            DeskJob = true,
        }),
        ("experienced, dumbbells and box, jumps", Given.Experienced with
        {
            Equipment = Equipment.Dumbbells | Equipment.Box | Equipment.Band,
            Plyometrics = true,
        }),
        ("experienced, gym", Given.Experienced with
        {
            Equipment = Equipment.Barbell | Equipment.CableMachine | Equipment.AbWheel | Equipment.NordicAnchor,
        }),
        ("hilly, kettlebell", Hilly(Given.Experienced) with { Equipment = Equipment.Kettlebell }),
        ("hilly, stairs", Hilly(Given.Experienced) with { Equipment = Equipment.Stairs }),
        ("weak knee, clamshell with a band", With(Area.RunnersKnee) with { Avoid = ["clamshell", "lateral-band-walk"] }),
        ("weak knee, no drill for its abductors", With(Area.RunnersKnee) with
        {
            Avoid = ["clamshell", "banded-clamshell", "lateral-band-walk"],
        }),
        ("weak Achilles", With(Area.Achilles)),
        ("weak Achilles and shins", With(Area.Achilles, Area.ShinSplints)),
        ("weak sole and shins", With(Area.PlantarFascia, Area.ShinSplints)),
        ("weak back", With(Area.LowBack)),
        ("weak back, no plank", With(Area.LowBack) with { Avoid = ["forearm-plank"] }),
        ("weak hamstring", With(Area.Hamstring)),
        ("weak Achilles and sole", With(Area.Achilles, Area.PlantarFascia)),
        ("heel drops or nothing", HeelDrops(Given.Experienced)),
        ("heel drops or nothing, hilly", Hilly(HeelDrops(Given.Runner))),
        ("heel drops or nothing, and slow drills", HeelDrops(Given.Experienced) with
        {
            Equipment = Equipment.Stairs | Equipment.Kettlebell,
            Avoid = [.. _quickCalves, "forearm-plank", "step-up"],
        }),
        ("painful back", Given.Experienced with { Niggles = [new(Area.LowBack, true)] }),
        ("painful Achilles", Given.Experienced with { Niggles = [new(Area.Achilles, true)] }),
    ];

    private static readonly ImmutableArray<SessionShape> _shapes =
        [
            new(0, 1, 45), new(0, 2, 45), new(1, 2, 60), new(0, 3, 45), new(1, 3, 45), new(2, 3, 20), new(2, 4, 40),
            new(3, 4, 40),
        ];

    [Fact]
    [Trait("Rule", "D7"), Trait("Rule", "R030"), Trait("Rule", "R045"), Trait("Rule", "R065"), Trait("Rule", "R117")]
    public void The_best_that_a_runner_can_do_comes_first_in_each_place() => Approved.Check("pools", Text(kit =>
        from shape in _shapes
        from block in new[] { 0, 1 }
        from place in Places(new(kit, 3), shape, new(block, block, false, block > 0))
        select (
            place.Place,
            $"{Which(shape)}, {Number(shape.Minutes)} min, block {Number(block)}",
            place.Pool.Select(f => kit.FirstOf(f).Ref))));

    [Fact]
    [Trait("Rule", "D2"), Trait("Rule", "R110"), Trait("Rule", "R123"), Trait("Rule", "R124"), Trait("Rule", "R137")]
    public void As_minutes_shrink_something_quicker_comes_and_then_something_goes() =>
        Approved.Check("designs", Text(kit =>
            from session in new (int Index, int Count)[] { (0, 1), (0, 2), (1, 2), (1, 3), (0, 4), (3, 4) }
            from minutes in Enumerable.Range(15, 36).Append(60)
            let shape = new SessionShape(session.Index, session.Count, minutes)
            let block = new DesignBlock(0, 0, kit.Questionnaire.Plyometrics, true)
            let slots = SessionDesign.Choose(shape, new(kit, 3), kit, block)
            select (Which(shape), $"{Number(minutes)} min", slots.Select(s => Entry(kit, s)))));

    private static IEnumerable<(string Place, ImmutableArray<Family> Pool)> Places(
        Pools pools, SessionShape shape, DesignBlock block) =>
    [
        ("abductor", pools.Abductor),
        ("drills", pools.Activation(shape, pools.Hinge(shape, block), block.Number, false)),
        ("hinge", pools.Hinge(shape, block)),
        ("one leg", pools.Unilateral(shape, block.Number)),
        ("one more", pools.SecondUnilateral(shape, block.Number)),
        ("bridge", pools.Bridge(shape)),
        ("squat", pools.Squat(block.Half)),
        ("nordic", pools.Nordic(shape, block)),
        ("upper", pools.Upper(shape, block.Number)),
        ("core", pools.Core.First(shape, block.Number)),
        ("core 2", pools.Core.Second(shape, block.Number)),
        ("core 3", pools.Core.Dynamic(shape, block.Number)),
        ("circuit", pools.Core.InCircuit),
        ("calves", pools.Calves.For(shape)),
        ("jumps", pools.Power(shape, true)),
    ];

    /// <summary>One line where a place, or a session, holds something else than in the line before.</summary>
    private static string Text(Func<Kit, IEnumerable<(string Of, string When, IEnumerable<string> Holds)>> rows)
    {
        var text = new StringBuilder();
        foreach (var (name, asked) in _runners)
        {
            text.Append(name).Append('\n');
            foreach (var of in rows(new Kit(asked, SeedFile.Catalogue)).GroupBy(row => row.Of))
            {
                var last = "nothing";
                foreach (var (_, when, holds) in of)
                    if (string.Join(' ', holds) is var line && line != last)
                        text.Append(CultureInfo.InvariantCulture, $"  {of.Key}, {when}: {last = line}\n");
            }
        }

        return text.ToString();
    }

    private static string Which(SessionShape shape) => $"{Number(shape.Index + 1)} of {Number(shape.Count)}";

    private static string Entry(Kit kit, Slot slot) =>
        $"{slot.Kind}-{kit.FirstOf(slot.Family).Ref[1..]}{(kit.EntryOf(slot.Family)!.Value.Tempo is null ? "" : "s")}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Questionnaire With(params Area[] areas) => Given.Experienced with
    {
        Equipment = Equipment.Band | Equipment.Stairs,
        Niggles = [.. areas.Select(a => new Niggle(a, false))],
    };

    /// <summary>What takes longest of all, with nothing to put in its place.</summary>
    private static Questionnaire HeelDrops(Questionnaire runner) =>
        runner with { Equipment = Equipment.Stairs, Avoid = [.. _quickCalves] };

    private static Questionnaire Hilly(Questionnaire runner) =>
        runner with { Races = [Given.ARace(150) with { Hilly = true }] };
}
