using Azure.Data.Tables;

namespace StrengthDays.Coaching.Tests.Clients;

public sealed class OdataFilterTests
{
    public static TheoryData<object?, string> Literals => new()
    {
        { "it's", "'it''s'" },
        { '\'', "''''" },
        { "' or PartitionKey ne '", "''' or PartitionKey ne '''" },
        { 123, "123" },
        { 123L, "123L" },
        { 1.5, "1.5" },
        { true, "true" },
        { null, "null" },
        { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "guid'0f8fad5b-d9cb-469f-a165-70867728950e'" },
        { new DateTimeOffset(2027, 3, 28, 12, 0, 0, TimeSpan.FromHours(2)), "datetime'2027-03-28T10:00:00Z'" },
        { new DateTime(2027, 3, 28, 10, 0, 0, 5, DateTimeKind.Utc), "datetime'2027-03-28T10:00:00.005Z'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_becomes_a_literal_of_its_type(object? value, string literal) =>
        Assert.Equal($"Column eq {literal}", TableClient.CreateQueryFilter($"Column eq {value}"));

    [Fact]
    public void A_value_of_an_unknown_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"Column eq {DateOnly.MinValue}"));
}
