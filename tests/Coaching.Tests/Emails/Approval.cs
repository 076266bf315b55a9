using System.Runtime.CompilerServices;

namespace StrengthDays.Coaching.Tests.Emails;

/// <summary>
/// Compares with a text that somebody has read and approved. What differs is written beside it as
/// <c>*.received.*</c>: approve it by renaming.
/// </summary>
internal static class Approval
{
    /// <param name="name">Of the file.</param>
    /// <param name="received">What it should hold.</param>
    /// <param name="extension">What it is: txt or html.</param>
    /// <param name="testFile">Where the test stands.</param>
    public static void Check(
        string name, string received, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Approved");
        var approvedFile = Path.Combine(folder, $"{name}.approved.{extension}");
        var receivedFile = Path.Combine(folder, $"{name}.received.{extension}");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }
        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{name} is not as approved.\n{Difference(approved.Split('\n'), received.Split('\n'))}");
    }

    /// <summary>
    /// The lines between the common head and the common tail, old ones with a minus, new ones with a plus.
    /// </summary>
    internal static string Difference(string[] old, string[] now)
    {
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(now.Skip(head).Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        return string.Join('\n',
        [
            $"line {head + 1}:",
            .. old[head..^tail].Select(line => "- " + line),
            .. now[head..^tail].Select(line => "+ " + line),
        ]);
    }
}
