using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using StrengthDays.Coaching.Settings;

namespace StrengthDays.Host.Commands;

/// <summary>Serves the site until it is told to stop.</summary>
internal static class ServeCommand
{
    private const string Help = "--help lists what is accepted.";

    public static async Task<int> RunAsync(string[] args)
    {
        if (Complaint(args) is { } complaint)
            return await RefuseAsync(complaint, code: 2);
        try
        {
            await using var app = StrengthDaysHost.Build(args);
            app.Lifetime.ApplicationStarted.Register(() => Greet(app));
            await RunAsync(app);
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

    /// <exception cref="SettingException">What the data folder holds cannot be used.</exception>
    private static async Task RunAsync(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<CoachingSettings>().DataFolder;
        try
        {
            await app.RunAsync();
        }
        catch (Exception e) when (
            e is DbException or UnauthorizedAccessException
                or IOException { InnerException: not AddressInUseException })
        {
            throw new SettingException($"Data: {folder} cannot be used ({e.Message.TrimEnd('.')}).");
        }
    }

    /// <summary>
    /// What configuration would pass over in silence: a name without a value, a value without a name, a mistyped name.
    /// </summary>
    private static string? Complaint(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith('-'))
                return $"\"{args[i]}\" is neither a setting nor its value; {Help}";
            if (SettingNames.Refusal(args[i].TrimStart('-').Split('=')[0]) is { } refusal)
                return refusal;
            if (!args[i].Contains('=', StringComparison.Ordinal) && ++i == args.Length)
                return $"{args[^1]} needs a value; {Help}";
        }

        // Other programs have variables as well: only those that can be nobody else's are ours to judge.
        return Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.Contains("__", StringComparison.Ordinal))
            .Select(name => SettingNames.Refusal(name.Replace("__", ":", StringComparison.Ordinal)))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static async Task<int> RefuseAsync(string sentence, int code = 1)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
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
