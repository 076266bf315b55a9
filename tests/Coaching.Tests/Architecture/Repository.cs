using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>The sources these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every source file under <c>src</c>, generated ones left out.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllLines(file)))
            .Where(file => !Regex.IsMatch(file.Path, "/(bin|obj)/"))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public static XDocument Project(string name) => Xml($"src/{name}/{name}.csproj");

    public static XDocument Xml(string path) => XDocument.Load(Path.Combine(Root, path));

    /// <summary>Files outside <paramref name="allowed"/> with a line that fits the pattern, as "file: line".</summary>
    /// <param name="pattern">A regular expression over one line.</param>
    /// <param name="allowed">A regular expression over the path.</param>
    public static IEnumerable<string> Strays(string pattern, string allowed) =>
        from file in Sources
        where !Regex.IsMatch(file.Path, allowed)
        from line in file.Lines
        where Regex.IsMatch(line, pattern)
        select $"{file.Path}: {line.Trim()}";

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Functions.sln"))
            ? folder.FullName
            : FindRoot(folder.Parent ?? throw new InvalidOperationException("The sources are not where the tests run."));
}

/// <param name="Path">From the top of the repository, with forward slashes.</param>
internal sealed record SourceFile(string Path, string[] Lines);
