using System.Text.RegularExpressions;
using StrengthDays.Coaching.Tests.Architecture;
using StrengthDays.Coaching.Tests.Ledger;
using StrengthDays.Training;
using StrengthDays.Training.Tests.Sentences;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>Every word a runner can read, in mails and in the sources they come from (R008, D14, D15).</summary>
public sealed partial class CopyTests
{
    private static readonly string[] _extensions = [".cs", ".razor", ".html", ".js", ".json", ".md"];

    [Fact]
    [Trait("Rule", "R008"), Trait("Rule", "D14"), Trait("Rule", "D15")]
    public void No_mail_promises_anything_or_claims_an_effect_of_its_own() => Assert.Empty(
        MailedWords.ByKind().SelectMany(kind => kind).SelectMany(CopyLint.Faults));

    [Fact]
    [Trait("Rule", "R008"), Trait("Rule", "D14"), Trait("Rule", "D15")]
    public void No_text_in_the_sources_promises_anything_or_claims_an_effect_of_its_own() => Assert.Empty(
        from file in Files("src/Training", "src/Coaching", "src/Functions")
        from text in TextsOf(file)
        from fault in CopyLint.Faults(text)
        select $"{file}: {fault}");

    [Fact]
    [Trait("Rule", "R008")]
    public void The_two_words_stand_nowhere_not_even_negated() => Assert.Empty(
        from file in Files("src", "seeds", "README.md")
        where TwoWords().IsMatch(Read(file))
        select file);

    [Fact]
    public void The_texts_of_the_sources_are_found()
    {
        Assert.Contains(Safety.AskADoctor, TextsOf("src/Training/Words/Safety.cs"));
        Assert.Contains("Next session", TextsOf("src/Coaching/Pages/PlanPage.razor").Select(l => l.Trim()));
    }

    private static IEnumerable<string> Files(params string[] places) =>
        from place in places
        let path = Path.Combine(Repository.Root, place)
        from file in File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        where _extensions.Contains(Path.GetExtension(file)) && !Regex.IsMatch(file, "[/\\\\](bin|obj)[/\\\\]")
        select Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    /// <summary>String literals, joined where they are added up; of a page what stands outside its tags.</summary>
    private static IEnumerable<string> TextsOf(string file) => Path.GetExtension(file) is ".razor" or ".html"
        ? Tag().Replace(Read(file), "").Split('\n')
        : Literal().Matches(Sum().Replace(Read(file), "")).Select(m => m.Groups[1].Value);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex("\"((?:[^\"\\\\\\n]|\\\\.)+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex Sum();

    [GeneratedRegex(@"\bcur(e|es|ed|ing)\b|guarant", RegexOptions.IgnoreCase)]
    private static partial Regex TwoWords();
}
