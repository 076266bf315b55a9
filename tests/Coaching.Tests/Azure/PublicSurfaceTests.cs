using Azure.Communication.Email;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>
/// Whatever our table and mail clients show, the packages show too: each line of the list is in the packages' published
/// API listings, so code that compiles against ours compiles against theirs.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly string[] Namespaces =
        ["Azure.Data.Tables", "Azure.Data.Tables.Models", "Azure.Communication.Email"];

    [Fact]
    public void Our_clients_show_nothing_but_what_the_packages_show()
    {
        var listed = Listed().ToList();
        var shown = Shown().ToList();

        Assert.Empty(shown.Except(listed));
        Assert.Empty(listed.Except(shown));
        Assert.Equal(listed.Count, shown.Count);
    }

    /// <summary>Types at the margin, their members indented; comments start with a hash.</summary>
    private static IEnumerable<string> Listed()
    {
        using var file = new StreamReader(
            typeof(PublicSurfaceTests).Assembly.GetManifestResourceStream("PublicSurface.txt")!);
        var type = "";
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith('#'))
                continue;
            type = line.StartsWith(' ') ? type : line;
            yield return line.StartsWith(' ') ? $"{type} | {line.Trim()}" : type;
        }
    }

    private static IEnumerable<string> Shown() =>
        from type in typeof(EmailClient).Assembly.GetExportedTypes()
        where Namespaces.Contains(type.Namespace)
        let head = CSharpSignature.Of(type)
        from line in CSharpSignature.Members(type).Select(member => $"{head} | {member}").Prepend(head)
        select line;
}
