using Microsoft.Azure.Functions.Worker;

namespace StrengthDays.Coaching.Tests.Architecture;

/// <summary>
/// Code that compiles against the subsets must compile against the packages, so nothing in them may be of our own invention. Each
/// type here was looked up in its package; add one only after doing the same.
/// </summary>
public sealed class AzureClientsTests
{
    private static readonly string[] RealTypes =
    [
        "Azure.Communication.Email.EmailAddress",
        "Azure.Communication.Email.EmailClient",
        "Azure.Communication.Email.EmailClientOptions",
        "Azure.Communication.Email.EmailClientOptions+ServiceVersion",
        "Azure.Communication.Email.EmailContent",
        "Azure.Communication.Email.EmailMessage",
        "Azure.Communication.Email.EmailRecipients",
        "Azure.Communication.Email.EmailSendOperation",
        "Azure.Communication.Email.EmailSendResult",
        "Azure.Communication.Email.EmailSendStatus",
        "Azure.Communication.Email.EmailSendStatus+Values",
        "Azure.Data.Tables.ITableEntity",
        "Azure.Data.Tables.Models.TableErrorCode",
        "Azure.Data.Tables.Models.TableItem",
        "Azure.Data.Tables.TableClient",
        "Azure.Data.Tables.TableClientOptions",
        "Azure.Data.Tables.TableClientOptions+ServiceVersion",
        "Azure.Data.Tables.TableEntity",
        "Azure.Data.Tables.TableServiceClient",
        "Azure.Data.Tables.TableSharedKeyCredential",
        "Azure.Data.Tables.TableTransactionAction",
        "Azure.Data.Tables.TableTransactionActionType",
        "Azure.Data.Tables.TableTransactionFailedException",
        "Azure.Data.Tables.TableUpdateMode",
        "Microsoft.Azure.Functions.Worker.AuthorizationLevel",
        "Microsoft.Azure.Functions.Worker.Extensions.Abstractions.BindingAttribute",
        "Microsoft.Azure.Functions.Worker.Extensions.Abstractions.OutputBindingAttribute",
        "Microsoft.Azure.Functions.Worker.Extensions.Abstractions.TriggerBindingAttribute",
        "Microsoft.Azure.Functions.Worker.FunctionAttribute",
        "Microsoft.Azure.Functions.Worker.FunctionContext",
        "Microsoft.Azure.Functions.Worker.FunctionContextBindingFeatureExtensions",
        "Microsoft.Azure.Functions.Worker.FunctionContextExtensions",
        "Microsoft.Azure.Functions.Worker.FunctionDefinition",
        "Microsoft.Azure.Functions.Worker.HttpTriggerAttribute",
        "Microsoft.Azure.Functions.Worker.IFunctionsWorkerApplicationBuilder",
        "Microsoft.Azure.Functions.Worker.InvocationResult",
        "Microsoft.Azure.Functions.Worker.Middleware.FunctionExecutionDelegate",
        "Microsoft.Azure.Functions.Worker.Middleware.IFunctionsWorkerMiddleware",
        "Microsoft.Azure.Functions.Worker.QueueOutputAttribute",
        "Microsoft.Azure.Functions.Worker.QueueTriggerAttribute",
        "Microsoft.Azure.Functions.Worker.ScheduleStatus",
        "Microsoft.Azure.Functions.Worker.TimerInfo",
        "Microsoft.Azure.Functions.Worker.TimerTriggerAttribute",
        "Microsoft.Extensions.Hosting.MiddlewareWorkerApplicationBuilderExtensions",
    ];

    [Fact]
    public void Every_public_type_of_the_subsets_exists_in_its_package() =>
        Assert.Empty(typeof(FunctionContext).Assembly.GetExportedTypes().Select(t => t.FullName!).Except(RealTypes));
}
