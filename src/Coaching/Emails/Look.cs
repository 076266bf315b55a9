namespace StrengthDays.Coaching.Emails;

/// <summary>
/// The visual language of the mails. Styles stand in the elements, because some clients drop style sheets; the classes
/// exist only for the dark scheme. Every pair of colours has a contrast of at least 4.5 to 1.
/// </summary>
internal static class Look
{
    private const string Ink = "color:#1c2420;";
    private const string Quiet = "color:#55605a;";
    private const string Font =
        "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    public const string Page =
        "margin:0;padding:0;background:#f2f4f1;" + Ink + Font + "font-size:16px;line-height:1.5;";
    public const string Hidden = "display:none;max-height:0;overflow:hidden;font-size:1px;";
    // A race's name may be one word of 80 letters.
    public const string Card =
        "max-width:600px;background:#ffffff;border-radius:8px;text-align:left;word-break:break-word;" + Ink + Font;
    public const string Brand = "margin:0 0 12px;font-size:13px;font-weight:600;letter-spacing:.04em;" + Quiet;
    public const string Title = "margin:0 0 8px;font-size:24px;line-height:1.25;font-weight:700;";
    public const string Lead = "margin:0 0 16px;font-size:14px;" + Quiet;
    public const string Text = "margin:0 0 14px;";
    public const string Heading = "margin:22px 0 4px;font-size:16px;line-height:1.3;font-weight:700;";
    public const string Callout =
        "margin:0 0 14px;padding:10px 14px;background:#e8f1eb;border-left:4px solid #1f6b47;" + Ink;
    public const string Name = "padding:9px 12px 9px 0;border-top:1px solid #dfe4e0;vertical-align:top;";
    public const string Exercise = "padding:9px 12px 3px 0;border-top:1px solid #dfe4e0;vertical-align:top;";
    public const string Cue = "padding:0 0 10px;";
    public const string Dose = "padding:9px 0 0;border-top:1px solid #dfe4e0;vertical-align:top;text-align:right;"
        + "width:1px;font-weight:700;white-space:nowrap;";
    public const string Small = "font-size:14px;" + Quiet;
    public const string Link = "color:#0f5a8a;";
    public const string Button =
        "display:inline-block;padding:12px 22px;background:#1f6b47;border-radius:6px;color:#ffffff;font-weight:700;"
        + "text-decoration:none;";
    public const string Foot =
        "margin:16px 0 0;padding:12px 0 0;border-top:1px solid #dfe4e0;font-size:13px;line-height:1.8;" + Quiet;
    public const string Bar = "background:#1f6b47;font-size:0;line-height:0;height:";
    public const string NoBar = "background:#9aa59e;font-size:0;line-height:0;height:2px;";

    /// <summary>Dark scheme for the clients that know it.</summary>
    public const string DarkSheet =
        """
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        .pg{background:#121513!important;color:#e6ebe7!important}
        .cd{background:#1b201d!important;color:#e6ebe7!important}
        .q{color:#aab4ae!important}
        .co{background:#22332a!important;color:#e6ebe7!important;border-color:#58b585!important}
        .ln{border-color:#343c37!important}
        .a{color:#8cc4ee!important}
        .bt{background:#58b585!important;color:#0d130f!important}
        .br{background:#58b585!important}
        }
        """;
}
