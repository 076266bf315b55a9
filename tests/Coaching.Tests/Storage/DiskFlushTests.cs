using Microsoft.Win32.SafeHandles;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Storage;

public sealed class DiskFlushTests
{
    [Fact]
    public void A_file_and_its_folder_can_be_flushed()
    {
        using var temp = new TempFolder();
        using var file = File.OpenHandle(temp["mail"], FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, "mail"u8, 0);
        DiskFlush.File(file);
        DiskFlush.Folder(temp.Path);
        Assert.Equal(OperatingSystem.IsLinux(), DiskFlush.FileSystem(temp.Path));
    }

    [Fact]
    public void A_flush_that_fails_is_an_error()
    {
        // No process has so many files open: the system answers that there is no such file.
        using var noFile = new SafeFileHandle(1_000_000, ownsHandle: false);
        Assert.ThrowsAny<IOException>(() => DiskFlush.File(noFile));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_flushed()
    {
        using var temp = new TempFolder();
        Assert.ThrowsAny<IOException>(() => DiskFlush.Folder(temp["gone"]));
        Assert.ThrowsAny<IOException>(() => DiskFlush.FileSystem(temp["gone"]));
    }
}
