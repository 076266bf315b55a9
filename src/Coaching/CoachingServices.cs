using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Coaching;

/// <summary>The use cases and their adapters, the same graph in both builds.</summary>
public static class CoachingServices
{
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddCoaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(CoachingSettings.Read(configuration));
        services.AddSingleton(Catalogue.Default);
        services.AddSingleton<PlanPreview>();
        return services;
    }
}
