namespace StrengthDays.Browser.Tests.Served;

/// <summary>The answers of a marathon runner, typed into the form.</summary>
internal static class SignUpForm
{
    public static readonly (string Day, string Run)[] Week =
    [
        ("monday", "rest"), ("tuesday", "hard"), ("wednesday", "easy"), ("thursday", "rest"), ("friday", "easy"),
        ("saturday", "rest"), ("sunday", "long"),
    ];

    public static async Task FillInAsync(Window window)
    {
        await window["[name='races[0].name']"].FillAsync("Autumn Marathon");
        await window["[name='races[0].date']"].FillAsync(Runner.Iso(Runner.RaceDay));
        await window["[name='races[0].distance']"].SelectOptionAsync("marathon");
        foreach (var (day, run) in Week)
            await window[$"[name='week.{day}'][value={run}]"].CheckAsync();
        await window["[name=startOn]"].FillAsync(Runner.Iso(Runner.FirstMonday));
    }
}
