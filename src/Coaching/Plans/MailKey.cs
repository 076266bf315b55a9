using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Emails;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// Names one mail for ever: <c>{plan}|{date}</c> for a scheduled one, <c>{plan}|{kind}|{n}</c> for one that was caused.
/// Whatever happens, one key is sent at most once.
/// </summary>
public readonly record struct MailKey(PlanId Plan, string Tail)
{
    internal const string ErasureTail = "erasure";

    /// <summary>Constant for ever: changing it would let every mail in flight go out again.</summary>
    private static readonly Guid Namespace = new("6f0b7f5e-7a43-4d0c-9a1e-3f9f6c1f5a7d");

    /// <summary>Name-based UUID (RFC 9562, version 5) of the key: the transport's idempotency key.</summary>
    public Guid OperationId => NameBased(ToString());

    public static MailKey On(PlanId plan, DateOnly date) =>
        new(plan, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static MailKey Of(PlanId plan, QueuedLetter letter) =>
        new(plan, string.Create(CultureInfo.InvariantCulture, $"{Word(letter.Kind)}|{letter.Number}"));

    /// <summary>The end of an unconfirmed sign-up; a key, but never a mail.</summary>
    public static MailKey Expiry(PlanId plan) => new(plan, "expiry");

    /// <summary>The end of a plan whose runner wants nothing of it kept; a key, but never a mail.</summary>
    public static MailKey Erasure(PlanId plan) => new(plan, ErasureTail);

    /// <summary>A change on its way; a key, but never a mail.</summary>
    public static MailKey Change(PlanId plan, int revision) =>
        new(plan, string.Create(CultureInfo.InvariantCulture, $"change|{revision}"));

    /// <exception cref="FormatException">Not a key.</exception>
    public static MailKey Parse(string text) =>
        text.Length > 33 && text[32] == '|'
            ? new MailKey(PlanId.Parse(text[..32]), text[33..])
            : throw new FormatException("Not a mail key.");

    public override string ToString() => $"{Plan}|{Tail}";

    private static string Word(MailKind kind) => kind.ToString().ToLowerInvariant();

    private static Guid NameBased(string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input[..length], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
