using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace StrengthDays.Coaching.Tests.Clients;

public sealed class TableEntityTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 28, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void A_missing_value_and_null_are_both_null()
    {
        var entity = new TableEntity("p", "r") { ["none"] = null };

        Assert.Null(entity.GetString("none"));
        Assert.Null(entity.GetInt32("absent"));
        Assert.Null(entity["absent"]);
        Assert.True(entity.ContainsKey("none"));
        Assert.Equal(default, entity.ETag);
        Assert.Null(entity.Timestamp);
    }

    [Fact]
    public void A_value_of_another_type_is_not_returned()
    {
        var entity = new TableEntity { ["sets"] = 3 };

        var e = Assert.Throws<InvalidOperationException>(() => entity.GetString("sets"));

        Assert.Equal("Cannot return System.String type for a System.Int32 typed property.", e.Message);
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("sets"));
    }

    [Fact]
    public void Times_are_returned_as_either_type_in_utc()
    {
        var entity = new TableEntity { ["offset"] = Noon, ["utc"] = Noon.UtcDateTime };

        Assert.Equal(Noon.UtcDateTime, entity.GetDateTime("offset"));
        Assert.Equal(DateTimeKind.Utc, entity.GetDateTime("offset")!.Value.Kind);
        Assert.Equal(Noon, entity.GetDateTimeOffset("utc"));
    }

    [Fact]
    public void Bytes_are_returned_as_binary_data()
    {
        var entity = new TableEntity { ["bytes"] = new byte[] { 1, 2 } };

        Assert.Equal([1, 2], entity.GetBinaryData("bytes")!.ToArray());
    }

    [Fact]
    public void An_int_put_over_a_long_or_a_double_takes_its_type()
    {
        var entity = new TableEntity { ["long"] = 1L, ["double"] = 1.5, ["text"] = "a" };

        (entity["long"], entity["double"], entity["text"]) = (2, 2, 2);

        Assert.Equal((2L, 2.0, 2), (entity.GetInt64("long"), entity.GetDouble("double"), entity.GetInt32("text")));
    }

    [Fact]
    public void A_time_put_over_a_text_becomes_text()
    {
        var entity = new TableEntity { ["at"] = "" };

        entity["at"] = Noon;

        Assert.Equal(Noon.ToString(CultureInfo.InvariantCulture), entity.GetString("at"));
    }

    [Fact]
    public void Adding_a_name_again_replaces_its_value()
    {
        var entity = new TableEntity { { "sets", 2 }, { "sets", 3 } };

        Assert.Equal((1, 3), (entity.Count, entity.GetInt32("sets")));
    }

    [Fact]
    public void Keys_time_and_etag_are_entries()
    {
        var entity = new TableEntity("p", "r") { ETag = new ETag("W/\"1\""), Timestamp = Noon };

        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
        Assert.Equal(new ETag("W/\"1\""), new TableEntity(entity).ETag);
        Assert.Equal("W/\"1\"", entity["odata.etag"]);
    }
}
