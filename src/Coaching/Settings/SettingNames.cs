using System.Collections.Immutable;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Settings;

/// <summary>Every setting by its name, so that a mistyped one is told instead of passed over.</summary>
public static class SettingNames
{
    /// <summary>In the order of the help page; a colon parts a section from what stands in it.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "Data", "Store", "Tables:ConnectionString", "Tables:Endpoint",
        "Mail:Transport", "Mail:From", "Mail:PerMinute", "Mail:PerHour",
        "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:Smtp:Password",
        "Mail:Acs:ConnectionString", "Mail:Acs:Endpoint",
        "PublicUrl", "Links:Key", "Links:PreviousKey", "People:Key", "Ops:Key",
        "SignUp:PerHour", "SignUp:PerClientPerHour",
    ];

    private static readonly ImmutableHashSet<string> Known = [.. All.Select(Folded)];

    private static readonly ImmutableHashSet<string> Sections =
        [.. All.Where(IsInSection).Select(name => Folded(name.Split(':')[0]))];

    /// <summary>
    /// Why a name is refused, in one sentence: it stands in one of our sections and is no setting, or is a letter or
    /// two from being one. Null for a setting, and for what may be somebody else's.
    /// </summary>
    public static string? Refusal(string name)
    {
        if (Known.Contains(Folded(name)))
            return null;
        var nearest = Spelling.Nearest(name, All);
        return nearest is not null ? $"There is no setting {name}: did you mean {nearest}?"
            : IsInSection(name) && Sections.Contains(Folded(name.Split(':')[0])) ? $"There is no setting {name}."
            : null;
    }

    private static bool IsInSection(string name) => name.Contains(':', StringComparison.Ordinal);

    private static string Folded(string name) => name.ToLowerInvariant();
}
