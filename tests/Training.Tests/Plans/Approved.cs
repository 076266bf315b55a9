using System.Runtime.CompilerServices;

namespace StrengthDays.Training.Tests.Plans;

/// <summary>
/// Text that somebody has read and found right. After a deliberate change, look at the <c>.received.txt</c> beside the
/// approved file and rename it.
/// </summary>
internal static class Approved
{
    public static void Check(string name, string text)
    {
        var approved = Path.Combine(Folder(), $"{name}.approved.txt");
        var received = Path.Combine(Folder(), $"{name}.received.txt");
        File.Delete(received);
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
            return;
        File.WriteAllText(received, text);
        Assert.Fail($"{name} reads differently from {approved}; what it reads now is in {received}.");
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Approved");
}
