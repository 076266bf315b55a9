namespace StrengthDays.Functions;

/// <summary>Every route, once. Other code takes the paths it needs from here.</summary>
public static class Routes
{
    /// <summary>
    /// The site root: on Azure an empty route is the platform's own page, and this template matches only "/".
    /// </summary>
    public const string Home = "{ignored:maxlength(0)?}";

    public const string Health = "api/health";

    public const string Preview = "api/plans/preview";

    public const string Plans = "api/plans";

    public const string Plan = "api/plans/{token}";

    public const string Pause = "api/plans/{token}/pause";

    public const string Resume = "api/plans/{token}/resume";

    public const string Feedback = "api/plans/{token}/sessions/{date}/feedback";

    public const string Skip = "api/plans/{token}/sessions/{date}/skip";

    public const string Move = "api/plans/{token}/sessions/{date}/move";

    public const string Export = "api/plans/{token}/export";

    public const string Confirm = "confirm/{token}";

    public const string PlanPage = "plan/{token}";

    public const string Unsubscribe = "unsubscribe/{token}";

    public const string Calendar = "calendar/{token}.ics";

    public const string CheckInbox = "check-your-inbox";

    public const string Assets = "assets/{name}";

    public const string OpenApi = "api/openapi.json";

    public const string OpsPage = "ops";

    public const string Ops = "api/ops";

    public const string Release = "api/ops/parked/{id}/release";

    public const string UnsubscribePath = "/unsubscribe";
}
