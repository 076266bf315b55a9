using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace StrengthDays.Coaching.Settings;

/// <summary>One kind of value each; the sentence of a refusal names the setting and what would do.</summary>
internal static class SettingValues
{
    /// <summary>The value, or null when absent or blank.</summary>
    public static string? Text(this IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public static T OneOf<T>(this IConfiguration configuration, string name, T absent)
        where T : struct, Enum
    {
        if (configuration.Text(name) is not { } text)
            return absent;

        // Names only: Enum.Parse would take "1" as well.
        foreach (var value in Enum.GetValues<T>())
        {
            if (text.Equals(value.ToString(), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        var names = string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()));
        throw new SettingException($"{name} must be one of {names}, not \"{text}\".");
    }

    public static int Number(this IConfiguration configuration, string name, int absent, int least, int most)
    {
        if (configuration.Text(name) is not { } text)
            return absent;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most
                ? value
                : throw new SettingException(FormattableString.Invariant(
                    $"{name} must be a whole number from {least} to {most}, not \"{text}\"."));
    }

    /// <summary>
    /// An absolute http or https address ending with a slash, without query, fragment or password; null when absent.
    /// </summary>
    public static Uri? WebAddress(this IConfiguration configuration, string name)
    {
        if (configuration.Text(name) is not { } text)
            return null;

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
                ? uri
                : throw new SettingException(
                    $"{name} must be an address such as https://strength.example.com, without query or password.");
    }
}
