using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication.Email;

/// <summary>Signs method, address, date, host and body with the access key, anew for every attempt.</summary>
internal sealed class HmacPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var bodyHash = Convert.ToBase64String(SHA256.HashData(Body(message)));
        var uri = message.Request.Uri.ToUri();
        var text = $"{message.Request.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{bodyHash}";
        var headers = message.Request.Headers;
        headers.SetValue("Date", date);
        headers.SetValue("x-ms-date", date);
        headers.SetValue("x-ms-content-sha256", bodyHash);
        headers.SetValue(
            "Authorization",
            $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={Signature(text)}");
    }

    private string Signature(string text) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(credential.Key), Encoding.ASCII.GetBytes(text)));

    private static byte[] Body(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        return body.ToArray();
    }
}
