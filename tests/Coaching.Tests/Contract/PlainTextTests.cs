using StrengthDays.Coaching.Contract;

namespace StrengthDays.Coaching.Tests.Contract;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Ana")]
    [InlineData("Zoë O'Brien-Smith")]
    [InlineData("Dr. Smith")]
    [InlineData("Dr.Smith")]
    [InlineData("J.R.")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("Nguye\u0302\u0303n")]
    [InlineData("محمد")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("शक्ति")]
    [InlineData("李小龍")]
    [InlineData("👩🏽‍🚀👨‍👩‍👧‍👦")]
    [InlineData("<b>Ana</b>")]
    [InlineData("{{7*7}} @Model")]
    [InlineData("5.5 km / 10.0 km")]
    [InlineData("Run & Fun 2027: Berlin")]
    public void People_write_their_names_in_any_script(string name) => Assert.True(PlainText.IsName(name, 60));

    [Theory]
    [InlineData("Ana\r\nBcc: v@example.org")]
    [InlineData("Ana\n")]
    [InlineData("A\0na")]
    [InlineData("\u001b[31mAna")]
    [InlineData("Ana\u0085")]
    [InlineData("Ana\u2028")]
    [InlineData("\u202Egnp.exe")]
    [InlineData("\u2067Ana\u2069")]
    [InlineData("A\u200Bna")]
    [InlineData("\uFEFFAna")]
    [InlineData("\uE000")]
    [InlineData("Z\u0300\u0301\u0302\u0303\u0304a")]
    [InlineData("http://evil.example")]
    [InlineData("see www.evil")]
    [InlineData("evil.example")]
    [InlineData("Buy at EVIL.COM now")]
    [InlineData("evil.com/x")]
    [InlineData("mailto:x")]
    public void What_hides_or_links_is_no_name(string name) => Assert.False(PlainText.IsName(name, 60));

    [Fact]
    public void Length_counts_what_a_reader_sees_and_is_bounded_in_memory()
    {
        Assert.True(PlainText.IsName(new string('ü', 60), 60));
        Assert.True(PlainText.IsName(string.Concat(Enumerable.Repeat("u\u0308", 60)), 60));
        Assert.False(PlainText.IsName(string.Concat(Enumerable.Repeat("u\u0308", 61)), 60));
        Assert.False(PlainText.IsName(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 60)), 60));
        Assert.False(PlainText.IsName(new string('x', 1_000_000), 60));
    }

    [Theory]
    [InlineData("   ", null)]
    [InlineData("", null)]
    [InlineData("  Ana  ", "Ana")]
    public void A_name_is_trimmed_and_one_of_spaces_is_none(string given, string? kept) =>
        Assert.Equal(kept, Filled.SignUp(Filled.With("name", $"\"{given}\"")).Value!.Name);
}
