using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StrengthDays.Training;

/// <summary>Every exercise the product knows, by the row of the rule table and by id.</summary>
public sealed class ExerciseCatalogue
{
    private readonly FrozenDictionary<string, Exercise> _byRef;
    private readonly FrozenDictionary<string, Exercise> _byId;

    /// <param name="exercises">Each ref and each id once.</param>
    /// <exception cref="ArgumentException">A ref or id stands twice.</exception>
    public ExerciseCatalogue(IEnumerable<Exercise> exercises)
    {
        All = [.. exercises];
        _byRef = All.ToFrozenDictionary(e => e.Ref, StringComparer.Ordinal);
        _byId = All.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the table.</summary>
    public ImmutableArray<Exercise> All { get; }

    /// <summary>The rows grouped as the planner uses them; made once for each catalogue.</summary>
    internal Families Families => field ??= new(new FamilyMaker(this));

    /// <summary>The exercise of a row such as <c>E25</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public Exercise this[string reference] => _byRef[reference];

    /// <summary>The exercise with this id, or null.</summary>
    public Exercise? Find(string id) => _byId.GetValueOrDefault(id);
}
