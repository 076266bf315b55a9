using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Host.Http;

/// <summary>
/// The key that opens functions above <see cref="AuthorizationLevel.Anonymous"/>; on Azure the platform asks for it.
/// </summary>
internal sealed class FunctionKey(string key)
{
    private readonly byte[] _hash = Hash(key);

    public bool Opens(AuthorizationLevel level, HttpRequest request) =>
        level == AuthorizationLevel.Anonymous
        || Fits(request.Headers["x-functions-key"].ToString())
        || Fits(request.Query["code"].ToString());

    private bool Fits(string given) => CryptographicOperations.FixedTimeEquals(_hash, Hash(given));

    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
