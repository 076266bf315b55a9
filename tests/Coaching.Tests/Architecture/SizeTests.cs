using System.Text.RegularExpressions;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>The house's limits on length, by counting lines; in a method those that are not blank.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 250;
    private const int LongestMethod = 40;
    private const int WidestLine = 120;

    [Fact]
    public void No_file_is_longer_than_one_idea() =>
        Assert.Empty(Repository.Sources.Where(f => f.Lines.Length > LongestFile).Select(f => $"{f.Path}: {f.Lines.Length} lines"));

    [Fact]
    public void No_line_of_a_page_or_mail_is_wider_than_the_editor() =>
        Assert.Empty(
            from file in Repository.Sources
            where file.Path.EndsWith(".razor", StringComparison.Ordinal)
            from line in file.Lines.Index()
            where line.Item.Length > WidestLine
            select $"{file.Path} line {line.Index + 1}: {line.Item.Length} columns");

    [Fact]
    public void No_method_is_longer_than_a_screen() =>
        Assert.Empty(Bodies.Where(b => b.Lines > LongestMethod).Select(b => $"{b.File} line {b.From}: {b.Lines} lines"));

    [Fact]
    public void Half_of_all_methods_have_five_lines_at_most_and_nine_in_ten_twenty()
    {
        var lengths = Bodies.Select(b => b.Lines).Order().ToList();

        Assert.True(lengths.Count > 100, "The methods were not found.");
        Assert.True(lengths[lengths.Count / 2] <= 5, $"median {lengths[lengths.Count / 2]}");
        Assert.True(lengths[lengths.Count * 9 / 10] <= 20, $"nine in ten {lengths[lengths.Count * 9 / 10]}");
    }

    private static IEnumerable<(string File, int From, int Lines)> Bodies =>
        from file in Repository.Sources
        where file.Path.EndsWith(".cs", StringComparison.Ordinal)
        from body in MethodsOf(file.Lines)
        select (file.Path, body.From + 1, body.Lines);

    /// <summary>
    /// Block bodies without their braces, and expression bodies whole. The formatter runs with every check, so a member begins
    /// with its access and ends at its own indentation.
    /// </summary>
    private static IEnumerable<(int From, int Lines)> MethodsOf(string[] lines)
    {
        for (var from = 0; from < lines.Length; from++)
        {
            if (!IsMethod(lines[from]))
                continue;

            var indent = lines[from][..^lines[from].TrimStart().Length];
            var body = Array.FindIndex(lines, from, line => line == indent + "{" || line.Contains("=>", StringComparison.Ordinal));
            yield return body >= 0 && lines[body] == indent + "{"
                ? (from, Count(lines[(body + 1)..Array.IndexOf(lines, indent + "}", body)]))
                : (from, Count(lines[from..LastOf(lines, from)]) + 1);
        }
    }

    private static int Count(string[] lines) => lines.Count(line => line.Length > 0);

    /// <summary>Where an expression body ends: before the blank line or the brace that follows every member.</summary>
    private static int LastOf(string[] lines, int from) =>
        Enumerable.Range(from, lines.Length - from).First(i => lines[i].EndsWith(';') && lines[i + 1].Trim() is ("" or "}"));

    private static bool IsMethod(string line)
    {
        var signature = line.Split(" =", 2)[0];
        return Regex.IsMatch(line, "^ +(public|internal|private|protected) ")
            && signature.Contains('(', StringComparison.Ordinal)
            && !Regex.IsMatch(signature, @"\b(class|record|struct|interface|enum|delegate)\b");
    }
}
