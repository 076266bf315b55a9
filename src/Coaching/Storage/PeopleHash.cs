using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching.Storage;

/// <summary>
/// Stands for an address where the address itself must not be: a hash that only the holder of the key can make. The key
/// is <c>People:Key</c>; without one it is <c>Links:PreviousKey</c>, so that a change of keys finds the people it knew,
/// or <c>Links:Key</c>.
/// </summary>
public sealed class PeopleHash(LinkKeys keys)
{
    private readonly byte[] _key = HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(keys.PeopleKey ?? keys.PreviousKey ?? keys.Key), "people"u8);

    /// <param name="email">Canonical address.</param>
    public string Of(string email) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(email)));
}
