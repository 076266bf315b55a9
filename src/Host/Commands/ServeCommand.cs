using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Host.Commands;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = StrengthDaysHost.Build(args);
            app.Lifetime.ApplicationStarted.Register(() => Greet(app));
            await app.RunAsync();
            return 0;
        }
        catch (SettingException refusal)
        {
            return await RefuseAsync(refusal.Message);
        }
        catch (Exception e) when (e is SocketException || e.InnerException is AddressInUseException)
        {
            return await RefuseAsync($"{e.Message.TrimEnd('.')}. Choose another address with --urls.");
        }
        catch (FormatException e)
        {
            return await RefuseAsync(e.Message);
        }
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }

    private static void Greet(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<CoachingSettings>();
        Console.WriteLine($"Strength Days  {string.Join("  ", app.Urls)}");
        Console.WriteLine($"  store        {Store(settings)}");
        Console.WriteLine($"  mail         {Mail(settings)}");
        Console.WriteLine($"  links        {settings.PublicUrl}");
        Console.WriteLine("Ctrl+C stops it.");
    }

    private static string Store(CoachingSettings settings) => settings.Store == StoreKind.Tables
        ? $"tables, {settings.Tables}"
        : $"sqlite, in {settings.DataFolder}";

    private static string Mail(CoachingSettings settings) => settings.Mail.Transport switch
    {
        MailTransportKind.Smtp => $"smtp, through {settings.Mail.Smtp}",
        MailTransportKind.Acs => $"acs, through {settings.Mail.Acs}",
        _ => $"outbox, read them at {settings.PublicUrl}outbox",
    };
}
