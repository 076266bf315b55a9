using System.Collections.Immutable;
using System.Security.Cryptography;

namespace StrengthDays.Coaching.Pages;

/// <summary>The files beside the pages, each under a name that changes with what it holds.</summary>
public static class PageAssets
{
    public static readonly PageAsset Style = Read("site", "css", "text/css; charset=utf-8");

    public static readonly PageAsset Script = Read("site", "js", "text/javascript; charset=utf-8");

    public static readonly PageAsset Mark = Read("mark", "svg", "image/svg+xml");

    private static readonly ImmutableArray<PageAsset> All = [Style, Script, Mark];

    /// <summary>The file of exactly this name; null when there is none, e.g. one of an earlier release.</summary>
    public static PageAsset? Find(string name) => All.FirstOrDefault(asset => asset.Name == name);

    private static PageAsset Read(string stem, string extension, string type)
    {
        using var file = typeof(PageAssets).Assembly.GetManifestResourceStream($"{stem}.{extension}")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12];
        return new($"{stem}.{hash}.{extension}", type, bytes.ToArray());
    }
}

/// <param name="Name">Of the last part of its address.</param>
/// <param name="Type">Its content type.</param>
public sealed record PageAsset(string Name, string Type, byte[] Bytes)
{
    public string Path => $"/assets/{Name}";
}
