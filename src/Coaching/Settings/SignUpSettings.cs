using Microsoft.Extensions.Configuration;

namespace StrengthDays.Coaching.Settings;

/// <summary>Caps on sign-ups, well above what a club that signs up together needs; 0 is no cap.</summary>
/// <param name="PerHour">From everybody together.</param>
/// <param name="PerClientPerHour">From one client address, or from one IPv6 network of 64 bits.</param>
public sealed record SignUpSettings(int PerHour, int PerClientPerHour)
{
    internal static SignUpSettings Read(IConfiguration configuration) => new(
        configuration.Number("SignUp:PerHour", 2_000, 0, 1_000_000),
        configuration.Number("SignUp:PerClientPerHour", 60, 0, 1_000_000));
}
