using StrengthDays.Training;

namespace StrengthDays.Coaching.Emails.Bodies;

/// <summary>
/// The only mail to an address nobody has confirmed: not one word of it was typed by the visitor, so that the form
/// cannot be used to send messages to strangers.
/// </summary>
internal static class ConfirmBody
{
    public static MailBody Of(ConfirmLetter letter) => new(
        "Please confirm your strength plan",
        "One press of a button and the first mails are on their way.",
        [
            new Paragraph("Someone, we hope you, asked for strength training mails to this address. "
                + "If it was you, confirm it:"),
            new CallToAction(new NamedLink("Confirm my plan", letter.Links.Confirm ?? letter.Links.Plan)),
            new Paragraph("If it was not you, do nothing: without your confirmation no plan starts, and the request is "
                + "deleted after 7 days."),
            new Paragraph(Safety.AskADoctor),
        ],
        [new NamedLink("Unsubscribe", letter.Links.Unsubscribe)]);
}
