using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Mail;
using StrengthDays.Coaching.Tests.Emails;

namespace StrengthDays.Coaching.Tests.Mail;

public sealed class MimeWriterTests
{
    [Fact]
    public void Headers_come_in_a_fixed_order_with_the_values_of_the_mail() => Assert.Equal(
        [
            ("From", "Strength Days <coach@localhost>"),
            ("To", "ana@example.com"),
            ("Subject", "Tue 12 Jan: deadlift and step-up, 41 min, 3 sets"),
            ("Date", "Tue, 12 Jan 2027 06:30:00 +0100"),
            ("Message-ID", "<6f1c9a52-0b1d-5c3e-9a55-3d1f0d2b7c11@localhost>"),
            ("List-Unsubscribe", "<https://strength.example/out/u>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("List-Id", "Strength Days <strength-days.localhost>"),
            ("Auto-Submitted", "auto-generated"),
            ("X-Strength-Days-Kind", "session"),
            ("X-Strength-Days-Date", "2027-01-12"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "multipart/alternative; boundary=\"=_6f1c9a520b1d5c3e9a553d1f0d2b7c11\""),
        ],
        Read(Mails.Plain).Headers);

    [Fact]
    public void The_same_mail_gives_the_same_bytes() =>
        Assert.Equal(MimeWriter.Bytes(Mails.Number(1)).ToArray(), MimeWriter.Bytes(Mails.Number(1)).ToArray());

    [Fact]
    public async Task Every_kind_of_mail_reads_back_as_it_was_written()
    {
        var composer = new MailComposer();
        foreach (var letter in Letters.All)
        {
            var rendered = await composer.RenderAsync(letter);
            ReadsBack(Mails.Plain with { Subject = rendered.Subject, Text = rendered.Text, Html = rendered.Html });
        }
    }

    [Fact]
    public void Whatever_is_written_reads_back() =>
        Prop.ForAll(
            Words(),
            words => ReadsBack(Mails.Plain with { Subject = OneLine(words), Text = words, Html = words + "\n" }))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("Grüße an 北京, 🏃 und noch mehr Wörter als auf eine Zeile passen, auch viele Umlaute: äöüäöüäöüäöü")]
    [InlineData("plain words that go on until the line is longer than the 78 characters that a line should have")]
    [InlineData("=?utf-8?B?SGVsbG8=?= is what somebody typed")]
    [InlineData(" two  spaces ")]
    public void A_subject_is_folded_and_encoded_where_it_must_be(string subject)
    {
        var bytes = MimeWriter.Bytes(Mails.Plain with { Subject = subject });
        var head = System.Text.Encoding.ASCII.GetString(bytes.Span).Split("\r\n\r\n")[0];
        Assert.All(head.Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));
        Assert.All(head.Split("\r\n"), line => Assert.NotEmpty(line.Trim()));
        Assert.Equal(subject.Trim(), MimeReading.Parse(bytes)["Subject"]);
    }

    [Theory]
    [InlineData("coach@localhost", "coach@localhost")]
    [InlineData("\"Days, Strength\" <coach@localhost>", "\"Days, Strength\" <coach@localhost>")]
    [InlineData("Kräftige Tage <coach@localhost>", "Kräftige Tage <coach@localhost>")]
    public void A_sender_keeps_its_name(string from, string header) =>
        Assert.Equal(header, Read(Mails.Plain with { From = from })["From"]);

    public static TheoryData<string> LineBreaks =>
        ["x\r\nBcc: all@example.com", "x\nBcc: all@example.com", "x\rBcc", "x\0", "x\u0085y"];

    [Theory]
    [MemberData(nameof(LineBreaks))]
    public void No_header_can_be_smuggled_in(string value) => Assert.All(
        new[]
        {
            Mails.Plain with { Subject = value },
            Mails.Plain with { From = value + " <coach@localhost>" },
            Mails.Plain with { To = value + "@example.com" },
            Mails.Plain with { To = "ana@" + value },
            Mails.Plain with { MessageId = value },
            Mails.Plain with { Headers = [new("X-Name", value)] },
            Mails.Plain with { Headers = [new(value, "x")] },
        },
        mail => Assert.Throws<ArgumentException>(() => MimeWriter.Bytes(mail)));

    [Theory]
    [InlineData("ana@example.com, bob@example.com")]
    [InlineData("<ana@example.com> <bob@example.com>")]
    [InlineData("ana@example.com;bob@example.com")]
    [InlineData("ana@@example.com")]
    [InlineData("ana")]
    [InlineData("")]
    [InlineData("jürgen@example.com")]
    [InlineData("\"a b\"@example.com")]
    public void A_mail_goes_to_exactly_one_address(string to)
    {
        var refusal = Assert.Throws<ArgumentException>(() => MimeWriter.Bytes(Mails.Plain with { To = to }));
        Assert.DoesNotContain("example.com", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_fits_no_line_is_refused() => Assert.Throws<ArgumentException>(
        () => MimeWriter.Bytes(Mails.Plain with { Headers = [new("X-Long", new string('x', 1000))] }));

    private static MimeReading Read(MailMessage mail) => MimeReading.Parse(MimeWriter.Bytes(mail));

    private static bool ReadsBack(MailMessage mail)
    {
        var read = Read(mail);
        var parts = read.Parts();
        Assert.Equal(["text/plain", "text/html"], parts.Keys);
        Assert.Equal(mail.Subject.Trim(), read["Subject"]);
        Assert.Equal(mail.Text, parts["text/plain"]);
        Assert.Equal(mail.Html, parts["text/html"]);
        return true;
    }

    private static string OneLine(string words) =>
        words.Replace('\n', '_').Replace("  ", " ", StringComparison.Ordinal).Trim();

    /// <summary>Words with everything that encodings stumble over.</summary>
    private static Arbitrary<string> Words() => Gen
        .Elements(
            "a", "=", " ", ".", "\n", "--", "=_", "?=", "ü", "北", "🏃", "\n.\n", "x y", "=20", "From ",
            new string('w', 80))
        .ListOf()
        .Select(parts => string.Concat(parts))
        .ToArbitrary();
}
