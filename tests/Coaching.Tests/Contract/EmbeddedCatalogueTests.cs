using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class EmbeddedCatalogueTests
{
    [Fact]
    public void The_exercises_travel_inside_the_assembly_and_are_read_once()
    {
        Assert.Equal(72, Catalogue.Default.All.Length);
        Assert.Same(Catalogue.Default, Catalogue.Default);
    }
}
