namespace StrengthDays.Training;

/// <param name="Name">As the runner calls it; never null, may be empty.</param>
/// <param name="Date">Race day in the runner's calendar.</param>
/// <param name="Distance">Decides the length of the recovery (D17).</param>
/// <param name="Hilly">Asks for step-ups (R030).</param>
/// <param name="Priority">A drives the phases; B and C only thin them out.</param>
public sealed record Race(
    string Name,
    DateOnly Date,
    Distance Distance,
    bool Hilly = false,
    Priority Priority = Priority.A);
