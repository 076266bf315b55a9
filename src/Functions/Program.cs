// Entry point of the Azure build; the default build leaves this file out and is served by src/Host.
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using StrengthDays.Coaching;
using StrengthDays.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseStrengthDays();
builder.Services.AddCoaching(builder.Configuration);
await builder.Build().RunAsync();
