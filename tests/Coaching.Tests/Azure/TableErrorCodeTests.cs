using Azure;
using Azure.Data.Tables.Models;

namespace StrengthDays.Coaching.Tests.Clients;

public sealed class TableErrorCodeTests
{
    [Fact]
    public void A_code_compares_with_an_exceptions_text_on_either_side()
    {
        var e = new RequestFailedException(409, "There.", "EntityAlreadyExists", null);

        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists);
        Assert.True(TableErrorCode.EntityAlreadyExists == e.ErrorCode);
        Assert.True(e.ErrorCode != TableErrorCode.TableAlreadyExists);
        Assert.True(TableErrorCode.TableAlreadyExists != e.ErrorCode);
    }

    [Fact]
    public void No_text_equals_no_code()
    {
        string? none = null;

        Assert.False(none == TableErrorCode.EntityAlreadyExists);
        Assert.True(TableErrorCode.EntityAlreadyExists != none);
    }

    [Fact]
    public void Codes_are_values()
    {
        TableErrorCode code = "TableNotFound";

        Assert.Equal(TableErrorCode.TableNotFound, code);
        Assert.Equal(TableErrorCode.TableNotFound.GetHashCode(), code.GetHashCode());
        Assert.Equal("TableNotFound", code.ToString());
    }
}
