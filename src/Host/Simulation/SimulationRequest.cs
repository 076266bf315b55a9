using System.Globalization;
using StrengthDays.Coaching;
using StrengthDays.Coaching.Contract;
using StrengthDays.Coaching.Time;

namespace StrengthDays.Host.Simulation;

/// <param name="Enrolment">The runner.</param>
/// <param name="From">First local date whose mails are kept, included.</param>
/// <param name="To">Last local date whose mails are kept, included.</param>
/// <param name="Out">Folder for the mails.</param>
/// <param name="Start">Sign-up and confirmation: 00:00 in the runner's zone on the earlier of the plan's start and
/// From.</param>
internal sealed record SimulationRequest(
    Enrolment Enrolment, DateOnly From, DateOnly To, string Out, DateTimeOffset Start)
{
    private const string Usage = "simulate QUESTIONNAIRE.json --from DATE --to DATE --out DIR";

    /// <summary>The instant at which the last local date is over.</summary>
    public DateTimeOffset End => Zones.StartOf(To.AddDays(1), Enrolment.TimeZone);

    /// <exception cref="SimulationException">Something is missing or wrong.</exception>
    public static SimulationRequest Read(string[] args)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-'))
            throw new SimulationException($"Which questionnaire? {Usage}");
        var options = Options(rest);
        var from = Date(options, "--from");
        var to = Date(options, "--to");
        if (to < from)
            throw new SimulationException("--to must not be before --from.");
        var folder = options.GetValueOrDefault("--out") ?? throw new SimulationException($"--out is missing: {Usage}");
        var (enrolment, start) = SignUp(file, from);
        return new(enrolment, from, to, folder, start);
    }

    private static Dictionary<string, string> Options(string[] rest)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < rest.Length; i += 2)
        {
            if (rest[i] is not ("--from" or "--to" or "--out"))
                throw new SimulationException($"simulate does not know \"{rest[i]}\": {Usage}");
            if (i + 1 == rest.Length || !options.TryAdd(rest[i], rest[i + 1]))
                throw new SimulationException($"{rest[i]} needs one value: {Usage}");
        }

        return options;
    }

    private static DateOnly Date(Dictionary<string, string> options, string name)
    {
        var text = options.GetValueOrDefault(name) ?? throw new SimulationException($"{name} is missing: {Usage}");
        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new SimulationException($"{name} must be a date such as 2027-01-04, not \"{text}\".");
    }

    // Read twice: what the questionnaire leaves open is filled in as of the simulated sign-up, whose day it decides
    // itself. At noon UTC it is that date or the next one everywhere.
    private static (Enrolment Enrolment, DateTimeOffset Start) SignUp(string file, DateOnly from)
    {
        var json = Bytes(file);
        var first = Read(json, new DateTimeOffset(from, new TimeOnly(12, 0), TimeSpan.Zero));
        var day = first.Training.StartOn < from ? first.Training.StartOn : from;
        var start = Zones.StartOf(day, first.TimeZone);
        return (Read(json, start), start);
    }

    private static Enrolment Read(byte[] json, DateTimeOffset now)
    {
        var read = QuestionnaireReader.ReadSignUp(json, now);
        return read.Value ?? throw new SimulationException(
            $"The questionnaire cannot be used: {string.Join(" ", read.Errors.ByMember.Values.SelectMany(m => m))}");
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SimulationException($"The questionnaire {file} cannot be read ({e.Message}).");
        }
    }
}
