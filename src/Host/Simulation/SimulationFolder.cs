using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;

namespace StrengthDays.Host.Simulation;

/// <summary>The mails of a simulation as files, and <c>mails.json</c> that lists them.</summary>
internal static partial class SimulationFolder
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="SimulationException">The folder cannot be written.</exception>
    public static void Write(string folder, IReadOnlyList<SimulatedMail> mails)
    {
        try
        {
            Clear(folder);
            for (var i = 0; i < mails.Count; i++)
                File.WriteAllBytes(Path.Combine(folder, NameOf(i + 1, mails[i])), MimeWriter.Bytes(mails[i].Mail).Span);
            using var file = File.Create(Path.Combine(folder, "mails.json"));
            using var json = new Utf8JsonWriter(file, Indented);
            WriteList(json, mails);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SimulationException($"--out: the folder {folder} cannot be written ({e.Message}).");
        }
    }

    // What an earlier run left would be taken for this one's; nothing else is touched.
    private static void Clear(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(folder, "*.eml"))
        {
            if (OurName().IsMatch(Path.GetFileName(file)))
                File.Delete(file);
        }
    }

    private static string NameOf(int number, SimulatedMail mail) => string.Create(
        CultureInfo.InvariantCulture,
        $"{number:000}-{mail.Local:yyyy-MM-dd'T'HHmm}-{EnumNames<MailKind>.Of(mail.Mail.Kind)}.eml");

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<SimulatedMail> mails)
    {
        json.WriteStartArray();
        foreach (var mail in mails)
            Write(json, mail);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SimulatedMail mail)
    {
        json.WriteStartObject();
        json.WriteString(
            "sentAt", mail.Mail.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("localDate", mail.Mail.LocalDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("kind", EnumNames<MailKind>.Of(mail.Mail.Kind));
        json.WriteString("subject", mail.Mail.Subject);
        json.WriteString("phase", mail.Phase is { } phase ? EnumNames<Training.Phase>.Of(phase) : null);
        if (mail.Sets is { } sets)
            json.WriteNumber("sets", sets);
        else
            json.WriteNull("sets");
        json.WriteEndObject();
    }

    [GeneratedRegex(@"\A\d{3,}-\d{4}-\d{2}-\d{2}T\d{4}-[a-z-]+\.eml\z")]
    private static partial Regex OurName();
}
