using System.Reflection;
using System.Text.RegularExpressions;
using StrengthDays.Training.Tests.Catalogue;

namespace StrengthDays.Coaching.Tests.Ledger;

/// <summary>Which test carries which rule's number, read from the test assemblies themselves.</summary>
internal static partial class RuleTests
{
    /// <summary>Row to tests, as "Class.Method".</summary>
    public static ILookup<string, string> ByRow() => (
        from assembly in new[] { typeof(RuleTests).Assembly, typeof(DoseTableTests).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods()
        where Runs(method)
        from row in RowsOf(type, method).Distinct()
        select (row, name: $"{type.Name}.{method.Name}"))
        .ToLookup(x => x.row, x => x.name);

    /// <summary>A test of every run: not skipped, not one of the long suites.</summary>
    private static bool Runs(MethodInfo method) =>
        method.GetCustomAttribute<FactAttribute>() is { Skip: null }
        && !Traits(method).Concat(Traits(method.DeclaringType!)).Any(t => t == ("Category", "Long"));

    /// <summary>
    /// The rows on the method and its class. Where the rows of its table name rules of a letter, only those are proven: a trait
    /// whose line is gone from the table proves nothing.
    /// </summary>
    private static IEnumerable<string> RowsOf(Type type, MethodInfo method)
    {
        var named = method.GetCustomAttributes<InlineDataAttribute>().SelectMany(a => a.GetData(method).Single())
            .OfType<string>().Where(word => Row().IsMatch(word)).ToHashSet();
        return Traits(method).Concat(Traits(type)).Where(t => t.Name == "Rule").Select(t => t.Value)
            .Where(row => named.Contains(row) || !named.Any(n => n[0] == row[0]));
    }

    private static IEnumerable<(string Name, string Value)> Traits(MemberInfo member) =>
        from attribute in member.GetCustomAttributesData()
        where attribute.AttributeType == typeof(TraitAttribute)
        select ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!);

    [GeneratedRegex(@"\A[RYDE]\d+\z")]
    private static partial Regex Row();
}
