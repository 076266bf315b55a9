using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using StrengthDays.Functions;
using StrengthDays.Host.Invocation;
using StrengthDays.Host.Timers;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>Rules of the platform that only its own build tools would check, or that fail silently on Azure.</summary>
public sealed class FunctionTests
{
    private static readonly FunctionApp App = FunctionApp.Of(typeof(FunctionsPipeline).Assembly);

    [Fact]
    public void Every_function_is_a_public_method_of_a_public_class_and_never_async_void() =>
        Assert.All(App.All, f => Assert.True(
            f.Method.IsPublic && f.Method.DeclaringType!.IsVisible
            && !(f.Method.ReturnType == typeof(void) && f.Method.IsDefined(typeof(AsyncStateMachineAttribute))),
            f.Name));

    [Fact]
    public void A_function_is_named_by_nameof() =>
        Assert.Empty(Repository.Strays(@"\[Function\((?!nameof\()", "^$"));

    [Fact]
    public void No_two_functions_share_a_name() =>
        Assert.Equal(App.All.Length, App.All.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void No_two_functions_answer_the_same_request()
    {
        var requests =
            from f in App.With<HttpTriggerAttribute>()
            from method in f.Trigger.Methods!
            select $"{method} {Regex.Replace(f.Trigger.Route!, @"\{[^}]*\}", "{}")}".ToLowerInvariant();

        Assert.Empty(requests.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_http_trigger_names_its_authorization_level() =>
        Assert.Empty(Repository.Strays(@"\[HttpTrigger\((?!AuthorizationLevel\.)", "^$"));

    [Fact]
    public void Every_http_trigger_names_its_methods_and_a_route_from_the_list_of_routes()
    {
        var routes = typeof(Routes).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Select(f => f.GetRawConstantValue())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(App.With<HttpTriggerAttribute>(), f => Assert.True(
            f.Trigger.Methods is { Length: > 0 } && f.Trigger.Route is { } route && routes.Contains(route), f.Function.Name));
    }

    [Fact]
    public void Whatever_answers_get_answers_head() =>
        Assert.All(
            App.With<HttpTriggerAttribute>().Where(f => f.Trigger.Methods!.Contains("get")),
            f => Assert.Contains("head", f.Trigger.Methods!));

    [Fact]
    public void Every_http_function_returns_a_response() =>
        Assert.All(App.With<HttpTriggerAttribute>(), f => Assert.Contains(
            f.Function.Method.ReturnType, new[] { typeof(IResult), typeof(Task<IResult>) }));

    [Fact]
    public void Every_schedule_can_be_read_and_runs_again() =>
        Assert.All(App.With<TimerTriggerAttribute>(), f => Assert.True(
            TimerLoop.Schedule(f.Trigger).GetNextOccurrence(new DateTime(2027, 1, 1)) is var next && next < new DateTime(2028, 1, 2)));

    [Fact]
    public void Every_queue_written_to_is_read_by_a_function() =>
        Assert.Empty(App.All.Select(f => f.Output).OfType<string>()
            .Except(App.With<QueueTriggerAttribute>().Select(q => q.Trigger.QueueName)));
}
