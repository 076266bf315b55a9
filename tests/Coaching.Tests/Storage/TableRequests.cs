using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>Sees every request to Table Storage, those that are asked again as well.</summary>
internal abstract class TableRequests : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The clients are asynchronous only.");
}

/// <summary>Loses the first answer to each request, after the service did what it was asked.</summary>
internal sealed class LostAnswers : TableRequests
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.ProcessingContext.RetryNumber == 0)
            throw new IOException("The line went dead.");
    }
}

/// <summary>Every page of a query holds one row at most.</summary>
internal sealed partial class ShortPages : TableRequests
{
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var uri = message.Request.Uri;
        if (message.Request.Method == RequestMethod.Get && uri.Path.EndsWith("()", StringComparison.Ordinal))
            uri.Query = Top().Replace(uri.Query, "") + "&%24top=1";
        return ProcessNextAsync(message, pipeline);
    }

    [GeneratedRegex(@"&?(%24|\$)top=\d+")]
    private static partial Regex Top();
}
