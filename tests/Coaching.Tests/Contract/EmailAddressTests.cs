using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("  Ana@Example.COM ", "ana@example.com")]
    [InlineData("ana+strength@example.com", "ana+strength@example.com")]
    [InlineData("o'neil_1.x@mail.example.co.uk", "o'neil_1.x@mail.example.co.uk")]
    [InlineData("ana@müller.example", "ana@xn--mller-kva.example")]
    [InlineData("ana@MÜLLER.example", "ana@xn--mller-kva.example")]
    [InlineData("ana@XN--MLLER-KVA.example", "ana@xn--mller-kva.example")]
    [InlineData("ana@例え.jp", "ana@xn--r8jz45g.jp")]
    [InlineData("ana@example.рф", "ana@example.xn--p1ai")]
    [InlineData("7@1.example.com", "7@1.example.com")]
    public void All_spellings_of_an_address_have_one_form(string text, string canonical)
    {
        Assert.Equal(canonical, EmailAddress.Canonical(text));
        Assert.Equal(canonical, EmailAddress.Canonical(canonical));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ana")]
    [InlineData("@example.com")]
    [InlineData("ana@")]
    [InlineData("a@b")]
    [InlineData("ana@localhost")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("\"ana\"@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("ana@[127.0.0.1]")]
    [InlineData("ana@127.0.0.1")]
    [InlineData("ana@[IPv6:::1]")]
    [InlineData("a@x.org\r\nBcc: v@y.org")]
    [InlineData("ana@example.org\n")]
    [InlineData("\tana@example.org")]
    [InlineData("ana\0@example.org")]
    [InlineData("<ana@example.org>")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ana@example.org,bob@example.org")]
    [InlineData("ana@example.org;bob@example.org")]
    [InlineData("ana@example.org bob@example.org")]
    [InlineData("ana@bob@example.org")]
    [InlineData("mailto:ana@example.org")]
    [InlineData("(x)ana@example.org")]
    [InlineData("jörg@example.org")]
    [InlineData("an\u200Ba@example.org")]
    [InlineData("ana@exam\u200Bple.org")]
    [InlineData("ana@exam\u00ADple.org")]
    [InlineData("ana@\u202Egro.elpmaxe")]
    [InlineData("\uFEFFana@example.org")]
    [InlineData("ana@example.org.")]
    [InlineData(".ana@example.org")]
    [InlineData("ana.@example.org")]
    [InlineData("an..a@example.org")]
    [InlineData("ana@example..org")]
    [InlineData("ana@.example.org")]
    [InlineData("ana@-example.org")]
    [InlineData("ana@example-.org")]
    [InlineData("ana@exa_mple.org")]
    [InlineData("ana@example.o")]
    [InlineData("ana@example.123")]
    [InlineData("ana@xn--.org")]
    [InlineData("ana@example.org?subject=x")]
    [InlineData("ana@example.org%0d%0a")]
    public void What_is_not_one_plain_address_is_refused(string text) => Assert.Null(EmailAddress.Canonical(text));

    [Fact]
    public void The_limits_of_mail_servers_hold_for_the_form_that_is_sent()
    {
        var domain = $"{new string('d', 63)}.{new string('e', 63)}.{new string('f', 57)}.org";
        Assert.NotNull(EmailAddress.Canonical($"{new string('a', 64)}@{domain}"));
        Assert.Null(EmailAddress.Canonical($"{new string('a', 65)}@{domain}"));
        Assert.Null(EmailAddress.Canonical($"{new string('a', 64)}@x{domain}"));
        Assert.Null(EmailAddress.Canonical($"a@{new string('d', 64)}.org"));
        Assert.Null(EmailAddress.Canonical($"a@{string.Join('.', Enumerable.Repeat("ü", 100))}.org"));
    }

    [Fact]
    public void Whatever_is_accepted_is_one_line_of_ASCII_with_one_recipient_and_stays_as_it_is()
    {
        var parts = Gen.Elements(
            "ana", "+tag", "@", ".", "example", "müller", "例え", "ß", "ﬁ", "。", "\u00AD", "\u200D", "org", "XN--",
            "xn--mller-kva", "-", "_", "1", " ", "\r\n", "\0", "<", ",", "\"", "İ", "K", "\u0301", "\uD800", "👟");
        var texts = from count in Gen.Choose(1, 9) from some in Gen.ArrayOf(parts, count) select string.Concat(some);

        Prop.ForAll(Arb.From(texts), text => EmailAddress.Canonical($"a@{text}") is not { } address || IsPlain(address))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static bool IsPlain(string address) =>
        EmailAddress.Canonical(address) == address
        && address.All(c => c is > ' ' and <= '~' and not ('<' or '>' or ',' or ';' or '"'))
        && address.Count(c => c == '@') == 1
        && address.Length <= 254;
}
