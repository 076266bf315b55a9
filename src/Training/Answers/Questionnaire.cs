using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>
/// What a runner answered, as far as training goes. Address, zone and send time are not here: they never change a plan.
/// Every value is already valid (see Coaching's contract); the planner never throws on one.
/// </summary>
public sealed record Questionnaire
{
    /// <summary>First day of the plan, in the runner's own calendar.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>What each weekday holds in runs.</summary>
    public required RunningWeek Week { get; init; }

    /// <summary>Races in any order; none means rolling general preparation.</summary>
    public ImmutableArray<Race> Races { get; init; } = [];

    /// <summary>Strength sessions wished for in a week, 1 to 4; 4 is split work (D1).</summary>
    public int SessionsPerWeek { get; init; } = 2;

    /// <summary>Longest session wanted, 15 to 60 minutes; no session is planned over 50 (R122, D3).</summary>
    public int Minutes { get; init; } = 45;

    public Experience Experience { get; init; } = Experience.New;

    /// <summary>What the runner owns. The floor and body weight always count.</summary>
    public Equipment Equipment { get; init; } = Equipment.None;

    public ImmutableArray<Niggle> Niggles { get; init; } = [];

    /// <summary>Exercise ids the runner does not want, e.g. <c>box-jump</c>.</summary>
    public ImmutableArray<string> Avoid { get; init; } = [];

    /// <summary>Opted in to jumps (D12); only one of several conditions.</summary>
    public bool Plyometrics { get; init; }

    /// <summary>Twists and sit-ups beside the anti-movement core (D8).</summary>
    public bool DynamicCore { get; init; }

    /// <summary>Upper-body work for balance (R012, D13).</summary>
    public bool UpperBody { get; init; } = true;

    /// <summary>Sits most of the day: more glute activation (R053).</summary>
    public bool DeskJob { get; init; }

    public AgeBand AgeBand { get; init; } = AgeBand.Under40;

    /// <summary>Nothing in the last two weeks, or one light session (R127, D18).</summary>
    public Taper Taper { get; init; } = Taper.Rest;

    /// <summary>How long the break after a race lasts (D17).</summary>
    public AfterRace AfterRace { get; init; } = AfterRace.Auto;

    /// <summary>Five minutes of loop-band work before runs (R132).</summary>
    public bool PreRunPrimer { get; init; }

    /// <summary>Units of the load hints.</summary>
    public Units Units { get; init; } = Units.Metric;
}
