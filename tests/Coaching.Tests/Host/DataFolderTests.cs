using StrengthDays.Coaching.Settings;
using StrengthDays.Host;

namespace StrengthDays.Coaching.Tests.Host;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _parent = new();

    public void Dispose() => _parent.Dispose();

    [Fact]
    public void A_secret_is_made_once_and_kept_for_this_user_only()
    {
        using var folder = DataFolder.Open(_parent["data"]);

        var secret = folder.Secret("ops.key");

        Assert.Equal(43, secret.Length);
        Assert.Equal(secret, folder.Secret("ops.key"));
        Assert.NotEqual(secret, folder.Secret("links.key"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_parent["data/ops.key"]));
    }

    [Fact]
    public void An_empty_secret_stops_the_start_instead_of_letting_everybody_in()
    {
        using var folder = DataFolder.Open(_parent["data"]);
        File.WriteAllText(_parent["data/ops.key"], "\n");

        var refusal = Assert.Throws<SettingException>(() => folder.Secret("ops.key"));

        Assert.Contains("ops.key is empty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_free_again_when_its_host_is_gone()
    {
        using (DataFolder.Open(_parent["data"]))
            Assert.Throws<SettingException>(() => DataFolder.Open(_parent["data"]));

        using var again = DataFolder.Open(_parent["data"]);
    }

    [Fact]
    public void A_host_that_fails_to_start_leaves_the_folder_free()
    {
        Assert.Throws<SettingException>(() => RunningHost.Build(_parent["data"], null, "--Store", "nowhere"));

        using var free = DataFolder.Open(_parent["data"]);
    }

    [Fact]
    public void A_path_that_cannot_be_a_folder_is_refused()
    {
        File.WriteAllText(_parent["file"], "");

        var refusal = Assert.Throws<SettingException>(() => DataFolder.Open(_parent["file"]));

        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
    }
}
