using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Host.Invocation;

/// <summary>One method marked <c>[Function]</c>, with the attribute that says what starts it.</summary>
/// <param name="Method">Public; of a class made anew for each invocation.</param>
/// <param name="Trigger">An <see cref="HttpTriggerAttribute"/>, <see cref="TimerTriggerAttribute"/> or
/// <see cref="QueueTriggerAttribute"/>.</param>
/// <param name="Output">The queue its return value goes to; null when it returns nothing or a response.</param>
internal sealed record HostedFunction(string Name, MethodInfo Method, Attribute Trigger, string? Output);
