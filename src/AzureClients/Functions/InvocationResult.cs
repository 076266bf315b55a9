namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned; a middleware may put something else in its place.</summary>
public sealed class InvocationResult
{
    private static readonly object Key = new();
    private readonly FunctionContext _context;

    internal InvocationResult(FunctionContext context) => _context = context;

    public object? Value
    {
        get => _context.Items.TryGetValue(Key, out var value) ? value : null;
        set
        {
            if (value is null)
                _context.Items.Remove(Key);
            else
                _context.Items[Key] = value;
        }
    }
}

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new(context);
}
