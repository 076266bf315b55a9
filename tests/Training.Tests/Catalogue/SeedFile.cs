namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>The product's own exercise file.</summary>
internal static class SeedFile
{
    public static ExerciseCatalogue Catalogue { get; } = CatalogueFile.Parse(Read("exercises.json"));

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name));
}
