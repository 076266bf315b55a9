namespace StrengthDays.Coaching.Mail;

/// <summary>One mailbox of a From or To header.</summary>
/// <param name="DisplayName">May be empty.</param>
/// <param name="Address">The part with the at sign.</param>
public readonly record struct Mailbox(string DisplayName, string Address)
{
    /// <summary>What follows the at sign.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Reads <c>Strength Days &lt;coach@localhost&gt;</c> or a bare address.</summary>
    /// <exception cref="ArgumentException">It is not exactly one ASCII mailbox; the message does not repeat
    /// it.</exception>
    public static Mailbox Parse(string mailbox)
    {
        var open = mailbox.LastIndexOf('<');
        var (name, address) = open >= 0 && mailbox.EndsWith('>')
            ? (mailbox[..open].Trim().Trim('"'), mailbox[(open + 1)..^1])
            : ("", mailbox.Trim());
        return IsAddress(address) && !name.Any(c => char.IsControl(c) || c is '<' or '>')
            ? new Mailbox(name, address)
            : throw new ArgumentException("Not exactly one mailbox.", nameof(mailbox));
    }

    // One recipient, no quoting, no comment: whatever could be read as a second address or a new line is refused.
    private static bool IsAddress(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == address.LastIndexOf('@')
        && at < address.Length - 1
        && !address.AsSpan().ContainsAny(",;:<>()[]\\\" ")
        && address.All(c => c is > ' ' and < (char)127);
}
