using System.Xml.Linq;
using StrengthDays.Functions;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>Who may refer to whom, and the two builds.</summary>
public sealed class ProjectTests
{
    private const string AzureOnly = "'$(UseAzurePackages)' == 'true'";
    private const string DefaultOnly = "'$(UseAzurePackages)' != 'true'";

    [Theory]
    [InlineData("Training")]
    [InlineData("AzureClients")]
    [InlineData("Coaching", "Training", "AzureClients")]
    [InlineData("Functions", "Coaching", "AzureClients")]
    [InlineData("Host", "Functions")]
    public void A_project_refers_only_to_those_below_it(string project, params string[] below) =>
        Assert.Empty(References(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r)!).Except(below));

    [Fact]
    public void Training_needs_nothing_but_the_base_library()
    {
        Assert.All(
            typeof(Questionnaire).Assembly.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name!, StringComparison.Ordinal));
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], References("Training", "PackageReference"));
        Assert.Empty(References("Training", "FrameworkReference"));
    }

    [Theory]
    [InlineData("Coaching")]
    [InlineData("Functions")]
    public void Application_code_reaches_the_subsets_only_in_the_default_build(string project)
    {
        var subsets = Repository.Project(project).Descendants("ProjectReference")
            .Where(r => r.Attribute("Include")!.Value.EndsWith("AzureClients.csproj", StringComparison.Ordinal));

        Assert.All(subsets, reference => Assert.Equal(DefaultOnly, ConditionOf(reference)));
    }

    [Fact]
    public void The_Azure_build_is_an_executable_on_the_real_packages_pinned_like_all_others()
    {
        var project = Repository.Project("Functions");
        string[] real =
        [
            .. Repository.Project("Coaching").Descendants("PackageReference").Concat(project.Descendants("PackageReference"))
                .Where(r => ConditionOf(r) == AzureOnly)
                .Select(r => r.Attribute("Include")!.Value),
        ];
        var pinned = Repository.Xml("Directory.Packages.props").Descendants("PackageVersion").Select(v => v.Attribute("Include")!.Value);

        Assert.Equal(AzureOnly, ConditionOf(Assert.Single(project.Descendants("OutputType"))));
        Assert.Contains("Microsoft.Azure.Functions.Worker", real);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", real);
        Assert.Empty(real.Except(pinned));
    }

    [Fact]
    public void The_default_build_leaves_the_worker_and_its_entry_point_out()
    {
        var removed = Repository.Project("Functions").Descendants("Compile").Single(c => c.Attribute("Remove") is not null);

        Assert.Equal("Program.cs", removed.Attribute("Remove")!.Value);
        Assert.Equal(DefaultOnly, ConditionOf(removed));
        Assert.Null(typeof(FunctionsPipeline).Assembly.EntryPoint);
    }

    [Fact]
    public void Host_json_travels_with_the_functions()
    {
        var linked = Repository.Project("Functions").Descendants("None").Single(n => n.Attribute("Link")?.Value == "host.json");

        Assert.Equal("../../host.json", linked.Attribute("Include")!.Value);
        Assert.Equal("PreserveNewest", linked.Attribute("CopyToOutputDirectory")!.Value);
        Assert.Null(ConditionOf(linked));
    }

    private static IEnumerable<string> References(string project, string kind) =>
        Repository.Project(project).Descendants(kind).Select(r => r.Attribute("Include")!.Value);

    private static string? ConditionOf(XElement element) =>
        element.AncestorsAndSelf().Select(e => e.Attribute("Condition")?.Value).FirstOrDefault(c => c is not null);
}
