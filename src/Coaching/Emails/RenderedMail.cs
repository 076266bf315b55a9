namespace StrengthDays.Coaching.Emails;

/// <summary>A mail's words in both forms; the text says everything the HTML says.</summary>
public sealed record RenderedMail(string Subject, string Text, string Html);
