using System.Collections.Immutable;
using Azure.Data.Tables;
using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage.Tables;

/// <summary>The header rows of the table <c>Plans</c>.</summary>
internal static class TableHeaders
{
    public const string RowKey = "plan";

    public static TableEntity Of(PlanHeader header, Guid write)
    {
        var row = new TableEntity(header.Id.ToString(), RowKey)
        {
            ["v"] = RowVersion.Current,
            ["revision"] = header.Revision,
        }.By(write);
        row.Set("status", header.Status.ToString());
        row.Set("inputs", StoredJson.Write(header.Inputs));
        SetDates(row, header.Through, header.Next, header.Missed);
        row.Set("consent", header.Consent.Text);
        row.Set("consentAt", TableValues.Of(header.Consent.At));
        row.Set("letters", StoredJson.Write(header.Letters));
        row.Set("signUp", header.SignUp?.ToString());
        row.Set("successor", header.Successor?.ToString());
        row.Set("outline", header.Outline);
        return row;
    }

    /// <summary>Merged into a header, moves it on.</summary>
    public static TableEntity Of(PlanId plan, Advance advance, Guid write)
    {
        var row = new TableEntity(plan.ToString(), RowKey).By(write);
        SetDates(row, advance.Through, advance.Next, advance.Missed);
        if (advance.Ended)
            row.Set("status", nameof(PlanStatus.Ended));
        return row;
    }

    /// <summary>Merged into a header, leaves nothing to come.</summary>
    public static TableEntity Closed(string plan)
    {
        var row = new TableEntity(plan, RowKey);
        row.Set("status", nameof(PlanStatus.Unsubscribed));
        row.Set("nextDate", null);
        return row;
    }

    /// <exception cref="UnreadableRowException">Of another version, or damaged.</exception>
    public static PlanHeader Read(TableEntity row)
    {
        try
        {
            RowVersion.Check(row.Number("v"));
            return Parse(row);
        }
        catch (Exception e) when (TableValues.IsDamage(e) && e is not UnreadableRowException)
        {
            throw new UnreadableRowException("plan");
        }
    }

    private static PlanHeader Parse(TableEntity row) => new()
    {
        ETag = row.ETag.ToString(),
        Id = PlanId.Parse(row.PartitionKey),
        Status = row.Name<PlanStatus>("status"),
        Inputs = StoredJson.Read<PlanInputs>(row.Text("inputs")),
        Revision = row.Number("revision"),
        Through = row.DateOrNull("through"),
        Next = row.DateOrNull("nextDate") is { } date ? new NextDue(date, row.Instant("nextAt")) : null,
        Missed = row.TextOrNull("missed"),
        Consent = new Consent(row.Text("consent"), row.Instant("consentAt")),
        Letters = StoredJson.Read<ImmutableArray<QueuedLetter>>(row.Text("letters")),
        SignUp = row.PlanOrNull("signUp"),
        Successor = row.PlanOrNull("successor"),
        Outline = row.Text("outline"),
    };

    private static void SetDates(TableEntity row, DateOnly? through, NextDue? next, string? missed)
    {
        row.Set("through", TableValues.Of(through));
        row.Set("nextDate", TableValues.Of(next?.Date));
        row.Set("nextAt", TableValues.Of(next?.At));
        row.Set("missed", missed);
    }
}
