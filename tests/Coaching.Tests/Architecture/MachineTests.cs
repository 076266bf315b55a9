using System.Globalization;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>The runs under another zone and language prove something only if they really are under them.</summary>
public sealed class MachineTests
{
    [Fact]
    public void The_machine_has_the_zone_it_was_given()
    {
        if (Environment.GetEnvironmentVariable("TZ") is { Length: > 0 } zone)
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
    }

    [Fact]
    public void The_machine_has_the_language_it_was_given()
    {
        var invariant = AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on;
        if (Environment.GetEnvironmentVariable("LC_ALL") is { } language && language.StartsWith("tr_TR", StringComparison.Ordinal))
            Assert.Equal(invariant ? "" : "tr-TR", CultureInfo.CurrentCulture.Name);
    }
}
