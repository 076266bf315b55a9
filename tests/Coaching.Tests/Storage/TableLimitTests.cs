using System.Collections.Immutable;
using System.Text;
using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;
using StrengthDays.Coaching.Dispatch;
using StrengthDays.Coaching.Emails;
using StrengthDays.Coaching.Plans;
using StrengthDays.Coaching.Storage;
using StrengthDays.Coaching.Storage.Tables;
using StrengthDays.Coaching.Tests.Dispatch;
using StrengthDays.Training;
using static StrengthDays.Coaching.Tests.Storage.StoreRows;

namespace StrengthDays.Coaching.Tests.Storage;

/// <summary>What Table Storage refuses and Azurite takes: none of our rows and transactions comes near it.</summary>
[Trait("Category", "Once")]
public sealed class TableLimitTests
{
    private const int PropertyBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int Properties = 252;

    [Fact]
    public void A_season_of_60_weeks_with_four_sessions_each_fits_with_all_that_happened_in_it()
    {
        var inputs = LongSeason();
        var header = Header(PlanId.New()) with
        {
            Inputs = inputs,
            Outline = PlanOutline.Of(new MailCalendar(inputs, Catalogue).Season),
            Letters = [.. Enumerable.Range(0, 200).Select(i => new QueuedLetter(MailKind.Paused, i, At))],
        };

        var row = TableHeaders.Of(header, Guid.NewGuid());
        var due = TableDueRows.Of(Due(header.Id) with { Inputs = StoredJson.Write(inputs) }, Guid.NewGuid());

        Assert.True(StoredJson.Write(inputs).Length > TableValues.LongestText, "The season is no challenge.");
        AssertFits(row);
        AssertFits(due);
        AssertFits(TableParkedRows.Of(due, new string('x', 500), At));
        Assert.Equal(Text(header), Text(TableHeaders.Read(row)));
        Assert.Equal(StoredJson.Write(inputs), TableDueRows.Read(due).Inputs);
    }

    [Fact]
    public void Every_session_of_60_weeks_fits_into_the_row_of_its_mail()
    {
        var season = Season.Of(LongSeason().Enrolment.Training, Catalogue, new History());
        var sessions = season.ToPlan().Sessions;

        Assert.True(sessions.Length > 200, $"Only {sessions.Length} sessions.");
        foreach (var session in sessions)
        {
            var sent = Sent(PlanId.New(), session.Date) with { Session = StoredJson.Write(StoredSession.Of(session)) };
            var row = TableSentMails.Of(sent, Guid.NewGuid());
            AssertFits(row);
            Assert.Equal(sent, TableSentMails.Read(row));
        }
    }

    [Fact]
    public void A_text_of_any_length_and_alphabet_is_cut_and_put_together_again() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonEmptyString Seed, PositiveInt Times)>(),
        drawn =>
        {
            var text = string.Concat(Enumerable.Repeat(drawn.Seed.Get + "\ud83c\udfc3", drawn.Times.Get * 100));
            var row = new TableEntity("p", "r");
            row.Set("text", text);
            AssertPropertiesFit(row);
            Assert.All(
                row.Keys.Where(k => k.StartsWith("text", StringComparison.Ordinal)),
                k => Assert.False(char.IsHighSurrogate(row.GetString(k)![^1])));
            return row.Text("text") == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_transaction_stays_in_one_partition_with_each_row_once_and_within_all_limits() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Partition, ushort Row, ushort Size)[]>(),
        drawn =>
        {
            var rows = drawn.SelectMany(d => Enumerable.Range(0, 40).Select(i => Entity(d.Partition % 3, d.Row + i, d.Size)))
                .ToList();

            var groups = TableTransactions.Grouped(rows).ToList();

            Assert.All(groups, AssertOneTransaction);
            return groups.SelectMany(g => g).Select(Key).ToHashSet().SetEquals(rows.Select(Key))
                && groups.Sum(g => g.Length) == rows.DistinctBy(Key).Count();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_key_of_ours_has_only_characters_that_a_key_may_have() => Prop.ForAll(
        ArbMap.Default.ArbFor<(Guid Id, DateTimeOffset At, PositiveInt Number)>(),
        drawn =>
        {
            var plan = new PlanId(drawn.Id);
            var mails = Enum.GetValues<MailKind>()
                .Select(kind => new QueuedLetter(kind, drawn.Number.Get, drawn.At)).ToList();
            DueKey[] due =
            [
                DueKey.Scheduled(plan, drawn.At), DueKey.Guard(MailKey.Change(plan, drawn.Number.Get), drawn.At),
                .. mails.Select(letter => DueKey.Immediate(plan, letter)),
            ];
            MailKey[] sent =
            [
                MailKey.On(plan, DateOnly.FromDateTime(drawn.At.Date)), MailKey.Expiry(plan),
                .. mails.Select(letter => MailKey.Of(plan, letter)),
            ];
            return due.All(k => TableValues.IsKey(k.Bucket) && TableValues.IsKey(k.Row)
                    && TableValues.IsKey(ParkedRow.IdOf(k)))
                && sent.All(k => TableValues.IsKey(TableSentMails.RowKey(k)));
        }).QuickCheckThrowOnFailure();

    private static ExerciseCatalogue Catalogue => Coaching.Contract.Catalogue.Default;

    /// <summary>60 weeks to a marathon, four sessions a week, and an event on every day of it.</summary>
    private static PlanInputs LongSeason()
    {
        var start = new DateOnly(2027, 1, 4);
        var enrolment = Runners.Named(
            $"{new string('a', 64)}@{new string('b', 60)}.example.com",
            new Race(new string('ü', 60), start.AddDays((60 * 7) - 1), Distance.Marathon));
        var training = enrolment.Training with
        {
            SessionsPerWeek = 4,
            Experience = Experience.Experienced,
            Week = new RunningWeek(
                RunDay.Rest, RunDay.Easy, RunDay.Easy, RunDay.Easy, RunDay.Rest, RunDay.Easy, RunDay.Easy),
            Minutes = 60,
            Equipment = Enum.GetValues<Equipment>().Aggregate((all, one) => all | one),
        };
        var events = Enumerable.Range(0, 420).Select(day => (PlanEvent)new PauseTaken(
            At.AddDays(day), start.AddDays(day).AddYears(5), start.AddDays(day).AddYears(5)));
        return new PlanInputs(
            enrolment with { Training = training }, [.. events], LinkGenerations.First);
    }

    private static void AssertFits(TableEntity row)
    {
        AssertPropertiesFit(row);
        // Names and values at two bytes a character, and some bytes for each property.
        Assert.InRange(Texts(row).Sum(t => 2 * t.Length) + row.Keys.Sum(k => 8 + (2 * k.Length)), 1, EntityBytes);
    }

    private static void AssertPropertiesFit(TableEntity row)
    {
        Assert.All(Texts(row), text => Assert.True(Encoding.Unicode.GetByteCount(text) <= PropertyBytes));
        Assert.InRange(row.Count - 2, 1, Properties);
    }

    private static IEnumerable<string> Texts(TableEntity row) =>
        row.Keys.Where(k => row[k] is string).Select(k => row.GetString(k)!);

    private static void AssertOneTransaction(ImmutableArray<TableEntity> group)
    {
        Assert.Single(group.Select(r => r.PartitionKey).Distinct());
        Assert.Equal(group.Length, group.Select(r => r.RowKey).Distinct().Count());
        Assert.InRange(group.Length, 1, 100);
        Assert.InRange(group.Sum(r => 6 * (r.GetString("text")?.Length ?? 0)), 0, 4 * 1024 * 1024);
    }

    private static (string, string) Key(TableEntity row) => (row.PartitionKey, row.RowKey);

    private static TableEntity Entity(int partition, int row, int size) =>
        new($"{partition}", $"{row}") { ["text"] = new string('x', size % 32_000) };
}
