namespace StrengthDays.Training.Tests.Catalogue;

/// <summary>The product's own exercise file.</summary>
internal static class SeedFile
{
    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "exercises.json"));

    public static ExerciseCatalogue Catalogue { get; } = CatalogueFile.Parse(Bytes);
}
