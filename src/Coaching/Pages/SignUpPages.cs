using System.Globalization;
using System.Net;
using System.Text;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages;

/// <summary>The form at the root: empty, with its plan beside it, or with what is wrong.</summary>
public sealed class SignUpPages(
    PageRenderer renderer, PlanPreview preview, SignUp signUp, SignUpLimits limits, TimeProvider clock)
{
    public async Task<string> BlankAsync() =>
        (await ShowAsync(new FormState(QuestionnaireForm.Blank, null), null)).Html;

    /// <summary>What a press of one of the form's two buttons leads to.</summary>
    /// <param name="encoded">The body as the browser sent it.</param>
    /// <param name="client">Who sent it, where that is known.</param>
    /// <returns>The page to show; null when the sign-up was taken.</returns>
    public async Task<FormPage?> AnswerAsync(
        string encoded, IPAddress? client, CancellationToken cancellationToken)
    {
        var fields = QuestionnaireForm.Compact(FormFields.Parse(encoded));
        var plan = preview.Of(QuestionnaireForm.ToJson(fields, contact: false));
        if (fields.Text("do") != "sign-up")
            return await ShowAsync(new FormState(fields, plan.Errors), plan.Value);
        // No person sees this field; whoever fills it in learns nothing and gets nothing.
        if (fields.Text(QuestionnaireForm.Honeypot).Length > 0)
            return null;
        var read = QuestionnaireReader.ReadSignUp(QuestionnaireForm.ToJson(fields, contact: true), clock.GetUtcNow());
        if (read.Value is not { } enrolment)
            return await ShowAsync(new FormState(fields, read.Errors), plan.Value);
        if (await limits.CountAsync(client, cancellationToken) is { } wait)
            return await ShowAsync(new FormState(fields, null, TooMany(wait)), plan.Value) with { RetryAfter = wait };
        await signUp.RunAsync(enrolment, cancellationToken);
        return null;
    }

    public Task<string> CheckInboxAsync() => renderer.RenderAsync<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = "Check your inbox",
        [nameof(MessagePage.Text)] =
            "A mail with one button is on its way, unless one came today already. Press it within 7 days, and the plan "
            + "is yours. No mail? Look in the spam folder; if it is not there either, fill in the form again tomorrow.",
    });

    private static string TooMany(TimeSpan wait) =>
        "Too many sign-ups came at once. Please press the button again in "
        + $"{Words.Count((int)Math.Ceiling(wait.TotalMinutes), "minute")}: all you typed is still here.";

    // From this week's Monday to a marathon on a Sunday in 24 weeks.
    private Plan? ExampleOn(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return preview.Of(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {
              "startOn": "{{monday:yyyy-MM-dd}}",
              "races": [ { "date": "{{monday.AddDays(167):yyyy-MM-dd}}", "distance": "marathon" } ],
              "week": {
                "monday": "rest", "tuesday": "hard", "wednesday": "easy", "thursday": "rest", "friday": "easy",
                "saturday": "rest", "sunday": "long"
              }
            }
            """))).Value;
    }

    private async Task<FormPage> ShowAsync(FormState form, Plan? plan)
    {
        var zone = Zones.Canonical(form.Fields.Text("timeZone").Trim()) ?? Zones.Utc;
        var today = Zones.DateAt(clock.GetUtcNow(), zone);
        var html = await renderer.RenderAsync<SignUpPage>(new()
        {
            [nameof(SignUpPage.Form)] = form,
            [nameof(SignUpPage.Plan)] = plan,
            [nameof(SignUpPage.Example)] = plan is null ? ExampleOn(today) : null,
            [nameof(SignUpPage.Today)] = today,
        });
        return new(html, HasMistakes: form.Errors is { Any: true });
    }
}

/// <param name="HasMistakes">Nothing was done, because something typed was refused.</param>
/// <param name="RetryAfter">Nothing was done, because too many came at once.</param>
public readonly record struct FormPage(string Html, bool HasMistakes, TimeSpan? RetryAfter = null);
