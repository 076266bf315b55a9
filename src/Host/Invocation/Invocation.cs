using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Host.Invocation;

/// <summary>One run of one function, as middleware sees it.</summary>
/// <param name="function">What runs.</param>
/// <param name="payload">What started it: an <see cref="HttpContext"/>, a <see cref="TimerInfo"/> or a message's
/// text.</param>
internal sealed class Invocation(
    HostedFunction function,
    object payload,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    public HostedFunction Function => function;

    public object Payload => payload;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(function.Name);

    public override IDictionary<object, object> Items { get; set; } = payload is HttpContext http
        ? new Dictionary<object, object> { ["HttpRequestContext"] = http }
        : [];

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class Definition(string name) : FunctionDefinition
    {
        public override string Name => name;
    }
}
