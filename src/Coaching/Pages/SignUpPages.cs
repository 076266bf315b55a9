using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Time;
using StrengthDays.Training;

namespace StrengthDays.Coaching.Pages;

/// <summary>The form at the root: empty, with its plan beside it, or with what is wrong.</summary>
public sealed class SignUpPages(PageRenderer renderer, PlanPreview preview, SignUp signUp, TimeProvider clock)
{
    public async Task<string> BlankAsync() => (await ShowAsync(QuestionnaireForm.Blank, null, null)).Html;

    /// <summary>What a press of one of the form's two buttons leads to.</summary>
    /// <param name="encoded">The body as the browser sent it.</param>
    /// <returns>The page to show; null when the sign-up was taken.</returns>
    public async Task<FormPage?> AnswerAsync(string encoded, CancellationToken cancellationToken)
    {
        var fields = QuestionnaireForm.Compact(FormFields.Parse(encoded));
        var plan = preview.Of(QuestionnaireForm.ToJson(fields, contact: false));
        if (fields.Text("do") != "sign-up")
            return await ShowAsync(fields, plan.Errors, plan.Value);
        var read = QuestionnaireReader.ReadSignUp(QuestionnaireForm.ToJson(fields, contact: true), clock.GetUtcNow());
        if (read.Value is not { } enrolment)
            return await ShowAsync(fields, read.Errors, plan.Value);
        await signUp.RunAsync(enrolment, cancellationToken);
        return null;
    }

    public Task<string> CheckInboxAsync() => renderer.RenderAsync<MessagePage>(new()
    {
        [nameof(MessagePage.Title)] = "Check your inbox",
        [nameof(MessagePage.Text)] =
            "A mail with one button is on its way, unless one came today already. Press it within 7 days, and the plan is yours.",
    });

    private async Task<FormPage> ShowAsync(FormFields fields, FieldErrors? errors, Plan? plan)
    {
        var zone = Zones.Canonical(fields.Text("timeZone").Trim()) ?? Zones.Utc;
        var html = await renderer.RenderAsync<SignUpPage>(new()
        {
            [nameof(SignUpPage.Form)] = new FormState(fields, errors),
            [nameof(SignUpPage.Plan)] = plan,
            [nameof(SignUpPage.Today)] = Zones.DateAt(clock.GetUtcNow(), zone),
        });
        return new(html, HasMistakes: errors is { Any: true });
    }
}

/// <param name="HasMistakes">Nothing was done, because something typed was refused.</param>
public readonly record struct FormPage(string Html, bool HasMistakes);
