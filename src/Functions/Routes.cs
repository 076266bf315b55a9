namespace StrengthDays.Functions;

/// <summary>Every route, once. Other code takes the paths it needs from here.</summary>
public static class Routes
{
    /// <summary>The site root: on Azure an empty route is the platform's own page, and this template matches only "/".</summary>
    public const string Home = "{ignored:maxlength(0)?}";

    public const string Health = "api/health";

    public const string Preview = "api/plans/preview";

    public const string UnsubscribePath = "/unsubscribe";
}
