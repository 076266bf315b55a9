using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Of the four constructors only the one that names the level: the others differ in their default.</summary>
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    : TriggerBindingAttribute
{
    public string? Route { get; set; }

    public string[]? Methods { get; } = methods;

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}

public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
