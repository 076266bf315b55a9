using StrengthDays.Training;

namespace StrengthDays.Coaching.Contract;

/// <summary>The exercises that every plan is made of, from the <c>exercises.json</c> inside this assembly.</summary>
public static class Catalogue
{
    private static readonly Lazy<ExerciseCatalogue> _default = new(Read);

    /// <exception cref="CatalogueException">The file was wrong when this was built.</exception>
    public static ExerciseCatalogue Default => _default.Value;

    private static ExerciseCatalogue Read()
    {
        using var file = typeof(Catalogue).Assembly.GetManifestResourceStream("exercises.json")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return CatalogueFile.Parse(bytes.ToArray());
    }
}
