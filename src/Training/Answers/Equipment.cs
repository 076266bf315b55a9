namespace StrengthDays.Training;

/// <summary>Things a runner may own (Y8). The floor and body weight are always there and have no flag.</summary>
[Flags]
public enum Equipment
{
    None = 0,
    Mat = 1 << 0,
    Band = 1 << 1,
    Dumbbells = 1 << 2,
    Kettlebell = 1 << 3,
    Box = 1 << 4,
    Barbell = 1 << 5,
    CableMachine = 1 << 6,
    AbWheel = 1 << 7,
    WeightVest = 1 << 8,
    FoamRoller = 1 << 9,
    NordicAnchor = 1 << 10,
    Rucksack = 1 << 11,
    Towel = 1 << 12,
    Stairs = 1 << 13,
    Chair = 1 << 14,
}
