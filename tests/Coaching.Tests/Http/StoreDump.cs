using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StrengthDays.Coaching.Tests.Http;

/// <summary>Every row of every table, and every file of the outbox: two dumps that are the same mean that nothing changed.</summary>
internal static class StoreDump
{
    public static List<string> Of(string data)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "plans.db"), Pooling = false }.ToString());
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        return
        [
            .. tables.SelectMany(table => Read(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal)
                .Select(row => $"{table}: {row}")),
            .. Directory.GetFiles(Path.Combine(data, "outbox")).Select(Path.GetFileName).OfType<string>()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var row = reader;
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount)
                .Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
