using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Which core families one runner may have, best first (R110, R117, D8).</summary>
internal sealed class CorePools(Kit kit)
{
    private readonly Families _families = kit.Families;

    /// <summary>Anti-movement by default (R117, D8).</summary>
    public ImmutableArray<Family> First(SessionShape shape, int block) =>
        WithRare([.. Leading(shape, block), .. kit.Possible(_families.DeadBug, _families.Pallof)]);

    /// <summary>Where a runner rules out what core begins with, whatever is left keeps it in the week (R110).</summary>
    private ImmutableArray<Family> WithRare(ImmutableArray<Family> pool) =>
        pool.Any(f => Progression.Foundation(f, kit, 0) is not null) ? pool :
        [
            .. pool,
            .. kit.Possible(_families.SidePlank, _families.AbWheel, _families.PlankReach).Where(f => !pool.Contains(f)),
            .. kit.Possible(_families.DynamicCore),
        ];

    private ImmutableArray<Family> Leading(SessionShape shape, int block) =>
        (kit.Has(Area.LowBack) ? ForLowBack(shape)
        : block > 0 ? kit.Possible(_families.Plank, _families.SidePlank, _families.AbWheel, _families.PlankReach)
        : kit.Possible(_families.Plank, _families.SidePlank, _families.AbWheel) is { IsEmpty: false } still ? still
        : kit.Possible(_families.PlankReach)).Rotated(shape.Rotation + block);

    /// <summary>
    /// The plank leads; where a second core item holds one for the back, others may take turns (section 2's map).
    /// </summary>
    private ImmutableArray<Family> ForLowBack(SessionShape shape) => shape is { Count: 4, Index: > 1 }
        ? kit.Possible(_families.Plank, _families.SidePlank, _families.AbWheel)
        : kit.Possible(_families.Plank) is { IsEmpty: false } plank ? plank
        : kit.Possible(_families.DeadBug, _families.Pallof) is { IsEmpty: false } quiet ? quiet
        : kit.Possible(_families.SidePlank, _families.AbWheel);

    public ImmutableArray<Family> Second(SessionShape shape, int block) =>
        kit.Possible(_families.Pallof, _families.DeadBug).Rotated(shape.Rotation + block);

    /// <summary>For those who asked for it (D8).</summary>
    public ImmutableArray<Family> Dynamic(SessionShape shape, int block) =>
        kit.Possible(_families.DynamicCore).Rotated(shape.Rotation + block);

    /// <summary>Whether a core exercise helps the back (section 2's map).</summary>
    public bool ServesLowBack => !kit.Possible(_families.Plank, _families.DeadBug, _families.Pallof).IsEmpty;

    public ImmutableArray<Family> InCircuit => kit.Allows(_families.Plank.Members[0])
        ? kit.Possible(_families.Plank, _families.SidePlank, _families.DeadBug)
        : WithRare(kit.Possible(_families.SidePlank, _families.DeadBug, _families.PlankReach));
}
