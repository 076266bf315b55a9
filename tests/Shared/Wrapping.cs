using Microsoft.Extensions.DependencyInjection;

namespace StrengthDays.Shared;

internal static class Wrapping
{
    /// <summary>What the product registered, with something of the caller's round it.</summary>
    public static void Wrap<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        var product = services.Last(s => s.ServiceType == typeof(T));
        services.AddSingleton(s => wrap((T)(product.ImplementationFactory?.Invoke(s)
            ?? ActivatorUtilities.CreateInstance(s, product.ImplementationType!))));
    }
}
