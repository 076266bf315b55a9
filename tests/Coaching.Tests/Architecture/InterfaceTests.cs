using System.Reflection;
using StrengthDays.Functions;
using StrengthDays.Host;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Architecture;

public sealed class InterfaceTests
{
    private static readonly Assembly[] Product =
        [typeof(Questionnaire).Assembly, typeof(CoachingServices).Assembly, typeof(FunctionsPipeline).Assembly, typeof(DataFolder).Assembly];

    [Fact]
    public void An_interface_has_at_least_two_implementations()
    {
        var types = Product.SelectMany(a => a.GetTypes()).ToList();
        var single =
            from port in types.Where(t => t.IsInterface)
            where types.Count(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(port)) < 2
            select port.Name;

        Assert.Empty(single);
    }
}
