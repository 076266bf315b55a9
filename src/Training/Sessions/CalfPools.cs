using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which calf raises one runner may have, best first (R077, R119, section 2's map).</summary>
internal sealed class CalfPools(Kit kit)
{
    private readonly Families _families = kit.Families;

    public ImmutableArray<Family> For(SessionShape shape) =>
        shape.IsShort ? kit.Possible(_families.ShortCalves, _families.HeelDrop) : InFull(shape);

    /// <summary>Heel drops lead where the Achilles or the sole asks for them (R077, section 2's map).</summary>
    private ImmutableArray<Family> InFull(SessionShape shape)
    {
        var everything = kit.Possible(_families.Calves, _families.HeelDrop, _families.TwoLegCalves);
        var other = shape.Rotation % 2 == 1;
        var first = kit.Has(Area.PlantarFascia) && !(other && (kit.Has(Area.Achilles) || kit.Has(Area.ShinSplints)))
            ? ForSole()
            : kit.Has(Area.Achilles) && !(other && kit.Has(Area.ShinSplints)) ? ForAchilles()
            : kit.Has(Area.Achilles) ? kit.Possible(_families.Calves)
            : kit.Has(Area.ShinSplints) ? kit.Possible(_families.Calves, _families.TwoLegCalves)
            : everything;
        return first.IsEmpty
            ? everything
            : [.. first, .. ToTellApart(shape, everything).Where(f => !first.Contains(f))];
    }

    /// <summary>Beside the sessions that serve the weak places, last, what tells their legs apart (R016).</summary>
    private ImmutableArray<Family> ToTellApart(SessionShape shape, ImmutableArray<Family> everything)
    {
        var weak = kit.Questionnaire.Niggles.Count(n =>
            n.Area is Area.Achilles or Area.ShinSplints or Area.PlantarFascia);
        return shape.Rotation >= weak ? everything
            : shape.Rotation > 0 && !kit.Has(Area.PlantarFascia) ? kit.Possible(_families.TwoLegCalves)
            : [];
    }

    /// <summary>Raises on two legs, unless the tendon has nothing but the drops.</summary>
    private ImmutableArray<Family> ForSole() => kit.Has(Area.Achilles) && !HasSingleLegRaise
        ? kit.Possible(_families.HeelDrop)
        : kit.Possible(_families.HeelDrop, _families.TwoLegCalves);

    private bool HasSingleLegRaise => kit.EntryOf(_families.Calves)?.Exercise != _families.TwoLegCalves.Members[0];

    private ImmutableArray<Family> ForAchilles() => HasSingleLegRaise
        ? kit.Possible(_families.HeelDrop, _families.Calves)
        : kit.Possible(_families.HeelDrop);
}
