using Azure.Core;
using Azure.Core.Pipeline;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>Hands out one token and remembers for which scope.</summary>
internal sealed class TestToken : TokenCredential
{
    public const string Value = "an-entra-token";

    public string? Scope { get; private set; }

    /// <summary>Speaks to a server whose certificate nobody signed.</summary>
    public static HttpClientTransport Trusting() => new(new HttpClient(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
    }));

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Scope = requestContext.Scopes.Single();
        return new AccessToken(Value, DateTimeOffset.UtcNow.AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
