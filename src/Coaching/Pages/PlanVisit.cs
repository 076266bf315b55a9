using StrengthDays.Coaching.Pages.Form;

namespace StrengthDays.Coaching.Pages;

/// <summary>What the address of the runner's page asks for.</summary>
/// <param name="Token">Its secret part.</param>
/// <param name="Query">What stands behind it.</param>
public sealed record PlanVisit(string Token, FormFields Query)
{
    /// <summary>The date of a session, as typed; empty for the whole plan.</summary>
    public string Day => Query.Text("day");

    /// <summary>Which form was taken a moment ago; empty when none was.</summary>
    public string Said => Query.Text("said");

    /// <summary>Which other page is meant: the form with the answers, or the question before all is erased.</summary>
    public string Ask => Query.Text("ask");

    /// <summary>Where a form that was taken leads.</summary>
    public static string After(string token, FormFields fields)
    {
        var said = fields.Text("do") == "feedback" ? fields.Text("answer") : fields.Text("do");
        var day = fields.Text("do") is "feedback" or PlanForm.TakeBack
            ? $"day={Uri.EscapeDataString(fields.Text("date"))}&"
            : "";
        return $"/plan/{Uri.EscapeDataString(token)}?{day}said={Uri.EscapeDataString(said)}{Undo.Query(fields)}";
    }
}
