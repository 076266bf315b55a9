using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace StrengthDays.Host.Invocation;

/// <summary>
/// A functions app: its host.json and its functions. On Azure a source generator finds them; here reflection does.
/// </summary>
internal sealed class FunctionApp
{
    private FunctionApp(HostJson hostJson, ImmutableArray<HostedFunction> all) => (HostJson, All) = (hostJson, all);

    public HostJson HostJson { get; }

    /// <summary>By name.</summary>
    public ImmutableArray<HostedFunction> All { get; }

    public IEnumerable<(HostedFunction Function, T Trigger)> With<T>()
        where T : TriggerBindingAttribute =>
        All.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));

    /// <exception cref="InvalidOperationException">A function that Azure would refuse as well.</exception>
    public static FunctionApp Of(Assembly assembly)
    {
        ImmutableArray<HostedFunction> all =
        [
            .. assembly.GetTypes()
                .SelectMany(type => type.GetMethods())
                .Where(method => method.IsDefined(typeof(FunctionAttribute)))
                .Select(Read)
                .OrderBy(function => function.Name, StringComparer.Ordinal),
        ];
        var twice = all.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new(HostJson.Read(AppContext.BaseDirectory), all)
            : throw new InvalidOperationException($"Two functions are called {twice.Key}.");
    }

    private static HostedFunction Read(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var triggers = method.GetParameters()
            .SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>()).ToList();
        return triggers.Count == 1
            ? new(name, method, triggers[0], method.GetCustomAttribute<QueueOutputAttribute>()?.QueueName)
            : throw new InvalidOperationException($"Function {name} must have one trigger, not {triggers.Count}.");
    }
}
