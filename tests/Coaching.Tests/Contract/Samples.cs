namespace StrengthDays.Coaching.Tests.Contract;

/// <summary>The questionnaires that ship with the product.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    public static TheoryData<string> All { get; } = [.. Names];

    public static string Schema { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "questionnaire.schema.json"));

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "questionnaires");
}
