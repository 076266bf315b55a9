using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>.</summary>
internal sealed class TablesErrorParser : RequestFailedDetailsParser
{
    /// <summary>Key in the exception's data.</summary>
    public const string FailedIndex = "FailedEntity";

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (OdataError(response) is not { } odata)
            return false;

        data = new Dictionary<string, string>();
        if (BatchIndex(odata.Message) is { } index)
            data[FailedIndex] = index;
        error = new ResponseError(odata.Code, odata.Message);
        return true;
    }

    // Early errors come as XML or as nothing; those are left to the default message.
    private static (string? Code, string Message)? OdataError(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            var error = document.RootElement.GetProperty("odata.error");
            var message = error.GetProperty("message").GetProperty("value").GetString();
            return (error.GetProperty("code").GetString(), message ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // In a transaction the message starts with the place of the refused action: "1:The specified entity already..."
    private static string? BatchIndex(string message) =>
        message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? message[..colon]
            : null;
}
