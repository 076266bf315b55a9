namespace StrengthDays.Training.Tests.Catalogue;

public sealed class SeedFileTests
{
    [Fact]
    public void All_seventy_two_rows_are_there_in_the_order_of_the_table()
    {
        string[] expected = [.. Refs(1, 56), .. Refs(60, 60), .. Refs(62, 65), .. Refs(70, 74), .. Refs(80, 85)];

        Assert.Equal(expected, SeedFile.Catalogue.All.Select(e => e.Ref));
    }

    private static IEnumerable<string> Refs(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(n => $"E{n:00}");
}
