using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Links;

/// <summary>
/// Unguessable links that can be written again at any time, because every mail carries them: plan id (16 bytes),
/// purpose (1), generation (2), key id (1), expiry (4), then the HMAC-SHA256 of those (32); 75 characters of base64url.
/// Nothing secret is stored.
/// </summary>
public sealed class LinkTokens(LinkKeys keys, TimeProvider clock)
{
    private const int Signed = 24;
    private const int Size = Signed + HMACSHA256.HashSizeInBytes;
    private const int Characters = 75;

    private readonly SigningKey _key = new(keys.Key);
    private readonly SigningKey? _previous = keys.PreviousKey is null ? null : new(keys.PreviousKey);

    /// <summary>Write side; the same claim always gives the same token.</summary>
    public string Write(LinkClaim claim)
    {
        Span<byte> token = stackalloc byte[Size];
        claim.Plan.Value.TryWriteBytes(token, bigEndian: true, out _);
        token[16] = (byte)claim.Purpose;
        BinaryPrimitives.WriteUInt16BigEndian(token[17..], claim.Generation);
        token[19] = _key.Id;
        BinaryPrimitives.WriteUInt32BigEndian(token[20..], (uint)(claim.Expires?.ToUnixTimeSeconds() ?? 0));
        _key.Sign(token[..Signed], token[Signed..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>
    /// What a token says, or null when it is not ours, not for this purpose or too old. Whether its generation still
    /// holds, only the plan can tell. Characters that mail clients glue to the end of an address are forgiven.
    /// </summary>
    public LinkClaim? Read(string text, LinkPurpose purpose) =>
        ReadTooOld(text, purpose) is { } claim && !(claim.Expires <= clock.GetUtcNow()) ? claim : null;

    /// <summary>As <see cref="Read"/>, for a link that may have expired: enough to ask for a new one.</summary>
    public LinkClaim? ReadTooOld(string text, LinkPurpose purpose)
    {
        var trimmed = text.AsSpan().Trim().TrimEnd(">.,;)\"' \t\r\n");
        Span<byte> token = stackalloc byte[Size];
        if (trimmed.Length != Characters
            || Base64Url.DecodeFromChars(trimmed, token, out _, out var length) is not OperationStatus.Done
            || length != Size
            || !IsOurs(token) || token[16] != (byte)purpose)
            return null;
        var expiry = BinaryPrimitives.ReadUInt32BigEndian(token[20..]);
        DateTimeOffset? expires = expiry == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(expiry);
        var plan = new PlanId(new Guid(token[..16], bigEndian: true));
        return new LinkClaim(plan, purpose, BinaryPrimitives.ReadUInt16BigEndian(token[17..]), expires);
    }

    private bool IsOurs(ReadOnlySpan<byte> token) =>
        _key.Signed(token[..Signed], token[19], token[Signed..])
        || _previous?.Signed(token[..Signed], token[19], token[Signed..]) == true;

    private sealed class SigningKey(string secret)
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(secret);

        /// <summary>Tells two keys apart without saying anything about either.</summary>
        public byte Id { get; } = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "link key id"u8)[0];

        public void Sign(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_bytes, message, mac);

        public bool Signed(ReadOnlySpan<byte> message, byte keyId, ReadOnlySpan<byte> mac)
        {
            Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
            Sign(message, expected);
            return keyId == Id && CryptographicOperations.FixedTimeEquals(expected, mac);
        }
    }
}
