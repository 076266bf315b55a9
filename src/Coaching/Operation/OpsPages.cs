using StrengthDays.Coaching.Pages;

namespace StrengthDays.Coaching.Operation;

/// <summary>The operator's page: the report, and a button for each parked row.</summary>
public sealed class OpsPages(PageRenderer renderer, OpsDesk desk)
{
    /// <summary>Name of the field that says which parked row a button is about.</summary>
    public const string ReleaseField = "release";

    /// <param name="after">What became of the row whose button was pressed; null when none was.</param>
    public async Task<string> ShowAsync(Released? after, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<OpsPage>(new()
        {
            [nameof(OpsPage.Report)] = await desk.ReportAsync(cancellationToken),
            [nameof(OpsPage.Said)] = after is { } released ? SentenceOf(released) : null,
        });

    public static string SentenceOf(Released released) => released switch
    {
        Released.Due => "Released: the next tick tries it again.",
        Released.Arrived => "The mail service has had this mail all the time. It is noted as sent, and not sent again.",
        Released.Settled => "This mail was settled meanwhile.",
        Released.TooLate => "The time of this mail is over, so it is not sent any more.",
        Released.Unwanted => "The runner wants no more mails, so this one is not sent.",
        _ => "Nothing is parked under this id any more.",
    };
}
