using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Feeds;
using StrengthDays.Coaching.Links;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Mail.Acs;
using StrengthDays.Coaching.Mail.Smtp;
using StrengthDays.Coaching.Operation;
using StrengthDays.Coaching.Pages;
using StrengthDays.Coaching.Pages.Form;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Reports;
using StrengthDays.Coaching.Settings;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Sqlite;
using StrengthDays.Coaching.Storage.Tables;

namespace StrengthDays.Coaching;

/// <summary>The use cases and their adapters, the same graph in both builds.</summary>
public static class CoachingServices
{
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddCoaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var settings = CoachingSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(Catalogue.Default);
        services.AddSingleton<PlanPreview>();
        services.AddSingleton<HealthCheck>();
        return services.AddStore(settings).AddMail(settings).AddDispatch().AddOperation().AddPlans();
    }

    private static IServiceCollection AddStore(this IServiceCollection services, CoachingSettings settings) =>
        settings.Tables is { } account
            ? services
                .AddSingleton(_ => TableDatabase.Open(account))
                .AddHostedService<TableSetup>()
                .AddSingleton<IPlanStore, TablePlanStore>()
                .AddSingleton<IDueIndex, TableDueIndex>()
                .AddSingleton<ICounters, TableCounters>()
                .AddSingleton<IAlertStore, TableAlertStore>()
                .AddSingleton<IBudgetStore, TableBudgetStore>()
            : services
                .AddSingleton(_ => new SqliteDatabase(Path.Combine(settings.DataFolder, "plans.db")))
                .AddSingleton<IPlanStore, SqlitePlanStore>()
                .AddSingleton<IDueIndex, SqliteDueIndex>()
                .AddSingleton<ICounters, SqliteCounters>()
                .AddSingleton<IAlertStore, SqliteAlertStore>()
                .AddSingleton<IBudgetStore, SqliteBudgetStore>();

    private static IServiceCollection AddMail(this IServiceCollection services, CoachingSettings settings) =>
        (settings.Mail switch
        {
            { Acs: { } account } when AcsAccount.Open(account) is var client => services.AddSingleton<IMailTransport>(
                s => ActivatorUtilities.CreateInstance<AcsTransport>(s, client)),
            { Smtp: { } server } => services.AddSingleton<IMailTransport>(
                s => ActivatorUtilities.CreateInstance<SmtpTransport>(s, server, settings.Mail.From.Host)),
            _ => services.AddSingleton<IMailTransport>(
                _ => new OutboxTransport(OutboxTransport.FolderIn(settings.DataFolder))),
        }).AddSingleton<MailBudget>();

    private static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton<MailComposer>()
        .AddSingleton<OutgoingMails>()
        .AddSingleton<Tick>()
        .AddSingleton<Deliveries>()
        .AddSingleton<JobPlanner>()
        .AddSingleton<JobRunner>()
        .AddSingleton<RareJobs>()
        .AddSingleton<Reconciliation>()
        .AddSingleton<Settling>()
        .AddSingleton<DueRepair>()
        .AddSingleton<NightlyRepair>()
        .AddSingleton<Forgetting>()
        .AddSingleton<PlanRevision>()
        .AddSingleton<PlanChanges>()
        .AddHostedService<Recovery>();

    private static IServiceCollection AddOperation(this IServiceCollection services) => services
        .AddSingleton<MailAlerts>()
        .AddSingleton<MailTally>()
        .AddSingleton<OpsDesk>()
        .AddSingleton<OpsPages>()
        .AddSingleton<Releasing>()
        .AddSingleton<Tidying>()
        .AddHostedService<TallyWriter>();

    private static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton(s => s.GetRequiredService<CoachingSettings>().Links)
        .AddSingleton<LinkTokens>()
        .AddSingleton<RunnerLinks>()
        .AddSingleton<PeopleHash>()
        .AddSingleton<People>()
        .AddSingleton<PlanAccess>()
        .AddSingleton<PlanActions>()
        .AddSingleton<PlanDesk>()
        .AddSingleton<PlanDocument>()
        .AddSingleton<PlanEdits>()
        .AddSingleton<SessionEdits>()
        .AddSingleton<PlanExport>()
        .AddSingleton<CalendarFeed>()
        .AddSingleton(s => s.GetRequiredService<CoachingSettings>().SignUp)
        .AddSingleton<SignUpLimits>()
        .AddSingleton<SignUp>()
        .AddSingleton<Confirmation>()
        .AddSingleton<Leaving>()
        .AddSingleton<Suppression>()
        .AddSingleton<DeliveryReports>()
        .AddSingleton<PageRenderer>()
        .AddSingleton<SignUpPages>()
        .AddSingleton<PlanPages>()
        .AddSingleton<PlanForm>()
        .AddSingleton<LinkPages>();
}
