using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StrengthDays.Coaching.Tests.Clients;

/// <summary>A web server on this machine for what the emulators cannot answer.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses.Single());

    public static Task<LocalServer> StartAsync(RequestDelegate answer) => StartAsync(answer, null);

    /// <summary>With a certificate that nobody signed.</summary>
    public static Task<LocalServer> StartSecureAsync(RequestDelegate answer) => StartAsync(answer, SelfSigned());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<LocalServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback,
            0,
            listener =>
            {
                if (certificate is not null)
                    listener.UseHttps(certificate);
            }));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new LocalServer(app);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var today = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
