using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;

namespace StrengthDays.Coaching.Plans;

/// <summary>
/// How many sign-ups an hour may bring, from one client and from all together, counted over all instances. Clients are
/// kept for two days at most, as keyed hashes of their networks.
/// </summary>
public sealed class SignUpLimits(ICounters counters, SignUpSettings settings, LinkKeys keys, TimeProvider clock)
{
    private const string All = "all";

    // An address of IPv6 is one of a network of this size, and whoever has it has all of it.
    private const int PrefixBytes = 8;

    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.Key), "clients"u8);

    /// <summary>Of the shared counts: those of an hour, by UTC.</summary>
    public static string On(DateTimeOffset hour) =>
        string.Create(CultureInfo.InvariantCulture, $"signups-{hour.UtcDateTime:yyyyMMddHH}");

    /// <summary>Counts one more sign-up.</summary>
    /// <param name="client">Null when nobody knows who it is: then all such are one client.</param>
    /// <returns>How long to wait when there were too many; null when there were not.</returns>
    public async Task<TimeSpan?> CountAsync(IPAddress? client, CancellationToken cancellationToken)
    {
        if (settings is { PerHour: 0, PerClientPerHour: 0 })
            return null;
        var now = clock.GetUtcNow();
        var counts = await counters.AddAsync(On(now), [new(HashOf(client), 1)], cancellationToken);
        // Who is refused does not use up what is there for all.
        var isTooMany = IsOver(counts[0], settings.PerClientPerHour)
            || IsOver((await counters.AddAsync(On(now), [new(All, 1)], cancellationToken))[0], settings.PerHour);
        return isTooMany ? EndOfHour(now) - now : null;
    }

    private static bool IsOver(long count, int most) => most > 0 && count > most;

    private static DateTimeOffset EndOfHour(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(1);

    private string HashOf(IPAddress? client) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, NetworkOf(client)))[..32];

    private static byte[] NetworkOf(IPAddress? client) => client switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => client.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => client.GetAddressBytes()[..PrefixBytes],
        _ => client.GetAddressBytes(),
    };
}
