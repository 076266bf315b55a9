using System.Globalization;
using Azure.Communication.Email;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Mail.Acs;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Reports;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Coaching.Tests.Host;

namespace StrengthDays.Coaching.Tests.Simulator;

/// <summary>
/// Some runners, two processes of the product on one store, and days of weather; all of it in one thread and from one
/// seed. Whoever waits for an answer may find that somebody else acted meanwhile.
/// </summary>
internal sealed class Sim : IAsyncDisposable
{
    private const int PerMinute = 3, PerHour = 14;

    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock;
    private readonly Weather _weather;
    private readonly Record _record;
    private readonly StrictMail _service;
    private readonly SqliteDatabase _raw;
    private readonly SqlitePlanStore _plans;
    private readonly SqliteDueIndex _due;
    private readonly (SimProcess Process, World World)[] _running = new (SimProcess, World)[2];
    private readonly List<string> _logs = [];
    private readonly int _days;
    private readonly List<(DateTimeOffset At, string What)> _outages = [];
    private readonly int _seed;
    private bool _isBusy;
    private bool _storeDown;
    private bool _mailDown;

    public Sim(int seed, int days)
    {
        (_seed, _days, _weather) = (seed, days, new Weather(seed));
        _clock = new ManualClock(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)
            .AddDays(Random.Next(330)).AddMinutes(Random.Next(1440)));
        _record = new Record(_clock);
        _service = new StrictMail(_weather, _clock, () => _mailDown)
        {
            PerMinute = IsLimited ? PerMinute : int.MaxValue,
            PerHour = IsLimited ? PerHour : int.MaxValue,
            IsForgetful = seed % 4 < 2,
        };
        _raw = new SqliteDatabase(_folder["plans.db"], durable: false);
        (_plans, _due) = (new(_raw), new(_raw, _clock));
        Start(0);
        Start(1);
    }

    /// <summary>Days that runners lived through.</summary>
    public long RunnerDays { get; private set; }

    public int Mails => _service.Accepted.Count;

    public IReadOnlyList<string> Story => _record.Story;

    public int Deaths { get; private set; }

    public int Certain { get; private set; }

    // Half of all runs are short of quota, in each weather.
    private bool IsLimited => _seed / 3 % 2 == 0;

    private Random Random => _weather.Random;

    private DateTimeOffset Now => _clock.GetUtcNow();

    /// <returns>What is wrong.</returns>
    public async Task<List<string>> RunAsync(int runners)
    {
        var start = Now;
        _weather.IsOn = false;
        for (var i = 0; i < runners; i++)
            await EnrolAsync();
        _weather.IsOn = true;
        var end = start.AddDays(_days);
        while (Now < end)
            await StepAsync(end);
        _weather.IsOn = _storeDown = _mailDown = false;
        await QuietenAsync();
        RunnerDays = (long)runners * _days;
        var oracle = new Oracle(_record, _service, _plans, new SqliteAlertStore(_raw));
        var complaints = await oracle.ComplaintsAsync(start, end);
        Certain = oracle.Certain;
        complaints.AddRange(await new ReportOracle(_record, _service, _plans, PersonAsync).ComplaintsAsync());
        complaints.AddRange(await CountsAsync());
        complaints.AddRange(Manners.Complaints(_record, _service, runners));
        complaints.AddRange(await new Quiescence(_plans, _due, _record).ComplaintsAsync(Now));
        _logs.AddRange(_running.SelectMany(r => r.World.Alerts.Lines));
        complaints.AddRange(Oracle.Logs(_logs));
        return complaints;
    }

    private Task<Person?> PersonAsync(PlanId plan) =>
        _plans.FindPersonAsync(_running[0].World.Get<PeopleHash>().Of(SimRunner.AddressOf(plan)), default);

    // I9. Where processes die or answers are lost some are never counted; none is counted twice.
    private async Task<List<string>> CountsAsync()
    {
        foreach (var (_, world) in _running)
            await world.Get<MailTally>().FlushAsync(default);
        var counts = await _running[0].World.Get<ICounters>().ListAsync(MailTally.Ever, default);
        return
        [
            .. from status in Enum.GetValues<SentStatus>()
               let counted = counts.GetValueOrDefault(EnumNames<SentStatus>.Of(status))
               let ended = _record.Ended.GetValueOrDefault(status)
               where counted > ended || (_weather.IsCalm && counted < ended)
               select $"I9: {ended} mails ended {status}, and {counted} are counted",
        ];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, world) in _running)
            await world.DisposeAsync();
        _raw.Dispose();
        _folder.Dispose();
    }

    private void Start(int i)
    {
        var process = new SimProcess(_weather, _clock, () => _storeDown, MeanwhileAsync, _record);
        _running[i] = (process, new World(_folder, _clock, replace: services => services
            .AddSingleton<IPlanStore>(s => new SimPlanStore(
                ActivatorUtilities.CreateInstance<SqlitePlanStore>(s), process, _record))
            .AddSingleton<IDueIndex>(s => new SimDueIndex(
                ActivatorUtilities.CreateInstance<SqliteDueIndex>(s), process, _record))
            .AddSingleton<IAlertStore>(s => new SimAlertStore(
                ActivatorUtilities.CreateInstance<SqliteAlertStore>(s), process))
            .AddSingleton<IBudgetStore>(s => new SimBudgetStore(
                ActivatorUtilities.CreateInstance<SqliteBudgetStore>(s), process, _record))
            .AddSingleton<IMailTransport>(s => new SimTransport(
                ActivatorUtilities.CreateInstance<AcsTransport>(s, Client(process)), process)),
            settings: Settings()));
    }

    private EmailClient Client(SimProcess process)
    {
        var options = AcsAccount.Options();
        options.Transport = new HttpClientTransport(new SimAcs(_service, process, _record));
        return new EmailClient(SimAcs.Connection, options);
    }

    private (string Name, string Value)[] Settings() =>
    [
        ("Mail:Transport", "acs"), ("Mail:Acs:ConnectionString", SimAcs.Connection),
        ("Mail:PerMinute", (IsLimited ? PerMinute : 0).ToString(CultureInfo.InvariantCulture)),
        ("Mail:PerHour", (IsLimited ? PerHour : 0).ToString(CultureInfo.InvariantCulture)),
    ];

    private async Task EnrolAsync()
    {
        var (id, world) = (SimRunner.NewId(Random), _running[0].World);
        var enrolment = SimRunner.Enrolment(id, DateOnly.FromDateTime(Now.UtcDateTime), Random);
        var header = new PlanHeader
        {
            Id = id,
            Status = PlanStatus.Pending,
            Inputs = new PlanInputs(enrolment, [], LinkGenerations.First),
            Consent = new Consent(Consent.Wording, Now),
        };
        await world.Get<PlanActions>().CreateAsync(new PlanChange(header, MailKind.Confirm, 1), default);
        await world.Get<Confirmation>().RunAsync((await _plans.FindPlanAsync(id, default))!, default);
    }

    /// <summary>The next minute that holds anything.</summary>
    private async Task StepAsync(DateTimeOffset end)
    {
        var next = await NextAsync();
        if (Random.Next(8) == 0)
            next = Now.AddMinutes(Random.Next(1, 90)) is var sooner && sooner < next ? sooner : next;
        next = next < end ? next : end;
        Go(next);
        await ChangeWeatherAsync();
        await LiveAsync();
        if (next.UtcDateTime is { Hour: 2, Minute: 20 } || Random.Next(150) == 0)
            await RepairAsync();
        foreach (var (process, world) in _running.ToArray())
        {
            // A tick may be missed, and an idle process has none.
            if (!process.IsDead && !_weather.Strikes(0.1))
                await AttemptAsync(process, () => TickAsync(world));
        }

        Revive();
    }

    private async Task<DateTimeOffset> NextAsync()
    {
        var night = new DateTimeOffset(Now.UtcDateTime.Date.AddMinutes(140), TimeSpan.Zero);
        night = night > Now ? night : night.AddDays(1);
        var due = await _due.ListBucketsAsync(DueKey.End, 1, default) switch
        {
            [var bucket] when DueKey.MinuteOf(bucket) is var minute && minute > Now => minute,
            [_] => Now.AddMinutes(1),
            _ => DateTimeOffset.MaxValue,
        };
        return due < night ? due : night;
    }

    private void Go(DateTimeOffset to)
    {
        var minute = new DateTimeOffset(to.UtcTicks - (to.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        _clock.Advance(minute > Now ? minute - Now : TimeSpan.FromMinutes(1));
    }

    /// <summary>Messages may be lost, doubled or in any order.</summary>
    private async Task TickAsync(World world)
    {
        foreach (var bucket in await world.Get<Tick>().RunAsync(default))
        {
            if (_weather.Strikes(0.1))
                continue;
            await world.Get<Deliveries>().RunAsync(bucket, default);
            if (_weather.Strikes(0.1))
                await world.Get<Deliveries>().RunAsync(bucket, default);
        }
    }

    /// <summary>What comes by night. Each slice is a message of its own, which comes again when it failed.</summary>
    private async Task RepairAsync()
    {
        await ByAnyAsync(world => world.Get<Tidying>().RunAsync(default));
        foreach (var slice in NightlyRepair.Slices)
        {
            var done = false;
            for (var attempt = 0; attempt < 5 && !done; attempt++)
            {
                await ByAnyAsync(async world =>
                {
                    await world.Get<NightlyRepair>().RunAsync(slice, default);
                    done = true;
                    _record.Repairs.Add((slice, Now));
                });
            }
        }
    }

    private async Task ChangeWeatherAsync()
    {
        if ((_storeDown || _mailDown) && Now >= _outages[^1].At)
            (_storeDown, _mailDown) = (false, false);
        if (!_storeDown && !_mailDown && _weather.Strikes(0.004))
        {
            var length = TimeSpan.FromMinutes(Random.Next(3) == 0 ? Random.Next(60, 900) : Random.Next(1, 60));
            (_storeDown, _mailDown) = Random.Next(2) == 0 ? (true, false) : (false, true);
            _record.Tell($"{(_storeDown ? "store" : "mail")} is down for {length}");
            _outages.Add((Now + length, _storeDown ? "store" : "mail"));
            _record.Outages.Add((Now, Now + length));
        }

        if (_weather.Strikes(0.01))
            await new Vandal(_raw, _due, _record, Random).StrikeAsync(Now);
    }

    /// <summary>Now and then a runner does something, through a process that may fail him.</summary>
    private async Task LiveAsync()
    {
        if (Random.Next(60) == 0)
            await ByAnyAsync(ActAsync);
        await ReportAsync(all: false);
    }

    /// <summary>Each report is a message of its own.</summary>
    private async Task ReportAsync(bool all)
    {
        foreach (var report in _service.Reports.Due(all))
        {
            await ByAnyAsync(async world =>
            {
                var outcomes = await world.Get<DeliveryReports>().RunAsync(report.Message, default);
                _record.Tell($"{report.Mail.OperationId} is {report.Word}: {outcomes[0]}");
                _service.Reports.End(report, outcomes);
            });
        }
    }

    private async Task MeanwhileAsync()
    {
        if (_isBusy || !_weather.Strikes(0.01))
            return;
        _isBusy = true;
        if (Random.Next(3) == 0)
            await ReportAsync(all: false);
        else
            await ByAnyAsync(Random.Next(2) == 0 ? ActAsync : TickAsync);
        _isBusy = false;
    }

    private async Task ActAsync(World world)
    {
        var all = _record.Plans.ToList();
        var id = all[Random.Next(all.Count)];
        if (_record.VersionsOf(id)[^1] is not { Inputs: { } inputs })
            return;
        var action = SimRunner.Act(Random, new Expectation(inputs).DateAt(Now));
        var plan = await world.Get<IPlanStore>().FindPlanAsync(id, default);
        if (plan is null)
            return;
        _record.Tell($"{id} {action.What} {action.Body}");
        await (action.What switch
        {
            "unsubscribe" => world.Get<Leaving>().UnsubscribeAsync(plan, default),
            "erase" => world.Get<Leaving>().EraseAsync(plan, default),
            "pause" => world.ApplyAsync(id, (edits, p) => edits.Pause(p, action.Bytes)),
            "resume" => world.ApplyAsync(id, (edits, p) => edits.Resume(p)),
            _ => world.ApplyAsync(id, (edits, p) => edits.Patch(p, action.Bytes)),
        });
    }

    private async Task ByAnyAsync(Func<World, Task> act)
    {
        var (process, world) = _running[Random.Next(2)];
        if (!process.IsDead)
            await AttemptAsync(process, () => act(world));
    }

    // What fails here failed before the product's own eyes; what it leaves behind is what the oracle judges.
    private static async Task AttemptAsync(SimProcess process, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is KilledException or Azure.RequestFailedException or TimeoutException
            or UnreadableRowException || process.IsDead)
        {
        }
    }

    /// <summary>A dead process is started again, sooner or later.</summary>
    private void Revive()
    {
        for (var i = 0; i < _running.Length; i++)
        {
            if (!_running[i].Process.IsDead || (_weather.IsOn && Random.Next(3) > 0))
                continue;
            Deaths++;
            _record.Tell($"process {i} starts again");
            _logs.AddRange(_running[i].World.Alerts.Lines);
            _running[i].World.DisposeAsync().AsTask().Wait();
            Start(i);
        }
    }

    /// <summary>The faults are over: a repair, a few minutes of ticks, and the night after.</summary>
    private async Task QuietenAsync()
    {
        Revive();
        for (var minute = 0; minute < 8; minute++)
        {
            Go(Now.AddMinutes(1));
            foreach (var (_, world) in _running)
                await TickAsync(world);
            if (minute == 4)
                await RepairAsync();
            await ReportAsync(all: true);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"seed {_seed}, {_days} days, {Deaths} deaths, {_outages.Count} outages");
}
