using System.Text.Json;
using StrengthDays.Coaching.Tests.Contract;
using StrengthDays.Coaching.Tests.Host;
using StrengthDays.Coaching.Time;
using StrengthDays.Host.Commands;
using StrengthDays.Host.Simulation;

namespace StrengthDays.Coaching.Tests.Simulate;

public sealed class SimulationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_season_comes_out_as_files_and_a_list_with_the_runners_own_times()
    {
        await SimulateAsync(Filled.InFull, "2027-01-04", "2027-04-02");

        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "mails.json")));
        var mails = list.RootElement.EnumerateArray().ToList();
        var files = Directory.EnumerateFiles(Out, "*.eml").Select(Path.GetFileName).Order(
            StringComparer.Ordinal).ToList();
        Assert.Equal(mails.Count, files.Count);
        Assert.Equal(
            [
                "001-2027-01-04T0000-confirm.eml", "002-2027-01-04T0000-welcome.eml",
                "003-2027-01-06T0630-session.eml",
            ],
            files.Take(3));
        Assert.Equal(
            ["sentAt", "localDate", "kind", "subject", "phase", "sets"], mails[2].EnumerateObject(
                ).Select(p => p.Name));
        Assert.Equal("2027-01-06T05:30:00Z", mails[2].GetProperty("sentAt").GetString());
        Assert.Equal(("2027-01-06", "session", "foundation", 2), (
            mails[2].GetProperty("localDate").GetString(), mails[2].GetProperty("kind").GetString(),
            mails[2].GetProperty("phase").GetString(), mails[2].GetProperty("sets").GetInt32()));
        Assert.Equal(JsonValueKind.Null, mails[0].GetProperty("sets").ValueKind);
        Assert.Equal("2027-03-31T04:30:00Z", mails[^2].GetProperty("sentAt").GetString());
        Assert.Contains("2027-04-02T0630-session.eml", files[^1]!, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(Path.Combine(Out, files[2]!));
        Assert.Matches(@"\r\nDate: Wed, 0?6 Jan 2027 05:30:00 \+0000\r\n", text);
    }

    [Fact]
    public async Task Mails_before_the_range_are_made_and_left_out()
    {
        await SimulateAsync(Filled.InFull, "2027-09-20", "2027-10-20");

        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Out, "mails.json")));
        Assert.Equal(
            ["race-week", "phase", "restart", "session"], list.RootElement.EnumerateArray().Select(
                m => m.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_second_run_leaves_nothing_of_the_first()
    {
        await SimulateAsync(Filled.InFull, "2027-01-04", "2027-02-28");
        await SimulateAsync(Filled.InFull, "2027-01-04", "2027-01-06");

        Assert.Equal(3, Directory.EnumerateFiles(Out, "*.eml").Count());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-15", "2027-04-14", "06:30")]
    [InlineData("America/St_Johns", "2027-03-01", "2027-03-31", "02:15")]
    public async Task Jumping_is_the_same_as_ticking_every_minute_of_a_month_with_a_clock_change(
        string zone, string from, string to, string sendAt)
    {
        var json = Filled.With("timeZone", $"\"{zone}\"")
            .Replace("06:30", sendAt, StringComparison.Ordinal)
            .Replace("2027-01-04", from, StringComparison.Ordinal)
            .Replace("\"weeklyLookAhead\":false", "\"weeklyLookAhead\":true", StringComparison.Ordinal);
        var questionnaire = Write(json);
        var request = SimulationRequest.Read([questionnaire, "--from", from, "--to", to, "--out", Out]);

        var jumped = await RunAsync(request, run => run.JumpAsync());
        var ticked = await RunAsync(request, run => run.TickAsync());

        Assert.NotEmpty(jumped);
        Assert.Equal(ticked, jumped);
    }

    [Theory]
    [InlineData("QUESTIONNAIRE.json")]
    [InlineData("questionnaire", "--from", "2027-01-04", "--out", "x")]
    [InlineData("questionnaire", "--from", "2027-01-04", "--to", "2027-01-03", "--out", "x")]
    [InlineData("questionnaire", "--from", "4.1.2027", "--to", "2027-01-04", "--out", "x")]
    [InlineData("questionnaire", "--from", "2027-01-04", "--to", "2027-01-04")]
    [InlineData("questionnaire", "--from", "2027-01-04", "--to", "2027-01-04", "--out")]
    [InlineData("questionnaire", "--from", "2027-01-04", "--to", "2027-01-04", "--out", "x", "--speed", "11")]
    [InlineData("nowhere.json", "--from", "2027-01-04", "--to", "2027-01-04", "--out", "x")]
    [InlineData("broken", "--from", "2027-01-04", "--to", "2027-01-04", "--out", "x")]
    public void A_wrong_command_is_told_in_one_sentence(params string[] args)
    {
        var file = args[0] switch
        {
            "questionnaire" => Write(Filled.InFull),
            "broken" => Write(Filled.Without("week")),
            var other => other,
        };
        string[] command = [file, .. args[1..]];

        var failure = Assert.Throws<SimulationException>(() => SimulationRequest.Read(command));

        Assert.DoesNotContain('\n', failure.Message);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public void Without_a_start_date_the_plan_starts_on_the_first_day_asked_for(string zone)
    {
        var json = Filled.With("timeZone", $"\"{zone}\"").Replace(
            "\"startOn\":\"2027-01-04\",", "", StringComparison.Ordinal);

        var request = SimulationRequest.Read([Write(json), "--from", "2027-02-01", "--to", "2027-02-02", "--out", Out]);

        Assert.Equal(new DateOnly(2027, 2, 1), request.Enrolment.Training.StartOn);
        Assert.Equal(new DateTime(2027, 2, 1), Zones.LocalAt(request.Start, zone));
    }

    private string Out => _folder["out"];

    private string Write(string json)
    {
        File.WriteAllText(_folder["questionnaire.json"], json);
        return _folder["questionnaire.json"];
    }

    private async Task SimulateAsync(string json, string from, string to) => Assert.Equal(
        0, await SimulateCommand.RunAsync([Write(json), "--from", from, "--to", to, "--out", Out]));

    private async Task<List<string>> RunAsync(SimulationRequest request, Func<SimulationRun, Task<bool>> step)
    {
        await using var run = new SimulationRun(
            request, Directory.CreateDirectory(_folder[Guid.NewGuid().ToString("N")]).FullName);
        await run.SignUpAsync();
        while (await step(run))
        {
        }

        var mails = await run.MailsAsync();
        return [.. mails.Select(m => $"{m.Mail.Date:O} {m.Mail.Kind} {m.Mail.LocalDate:O} {m.Mail.Subject}")];
    }
}
