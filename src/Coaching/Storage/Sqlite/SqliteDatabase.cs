using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>
/// One file, one writer, many readers. Write-ahead log with a full sync on every commit: what was answered survives a
/// power cut.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly string _connection;
    private readonly Lock _write = new();
    private readonly SqliteSession _writer;
    private readonly ConcurrentBag<SqliteSession> _readers = [];

    /// <param name="file">Created when absent.</param>
    /// <param name="durable">False for a store that is thrown away at the end.</param>
    public SqliteDatabase(string file, bool durable = true)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        CreateForThisUserOnly(file);
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        _writer = new SqliteSession(_connection);
        _writer.Run($"PRAGMA journal_mode=WAL; PRAGMA synchronous={(durable ? "FULL" : "OFF")}");
        // Without it what was deleted can still be read in the file.
        _writer.Run("PRAGMA secure_delete=ON");
        _writer.Run(SqliteSchema.Text);
        foreach (var (table, column) in SqliteSchema.Added)
            AddColumn(table, column);
    }

    /// <summary>Runs in one transaction; nothing is kept when it throws.</summary>
    public T Write<T>(Func<SqliteSession, T> work)
    {
        lock (_write)
        {
            _writer.Run("BEGIN IMMEDIATE");
            try
            {
                var result = work(_writer);
                _writer.Run("COMMIT");
                return result;
            }
            catch
            {
                _writer.RollBack();
                throw;
            }
        }
    }

    public T Read<T>(Func<SqliteSession, T> work)
    {
        if (!_readers.TryTake(out var reader))
            reader = new SqliteSession(_connection);
        try
        {
            return work(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>What was deleted is gone from the log as well, not only from the file.</summary>
    public void EmptyLog()
    {
        lock (_write)
            _writer.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        _writer.Dispose();
        foreach (var reader in _readers)
            reader.Dispose();
    }

    // Log and index of the log get the file's own mode.
    private static void CreateForThisUserOnly(string file)
    {
        if (!OperatingSystem.IsWindows())
            new FileStream(file, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
    }

    private void AddColumn(string table, string column)
    {
        var columns = _writer.List($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0));
        if (!columns.Contains(column))
            _writer.Run($"ALTER TABLE {table} ADD COLUMN {column} INTEGER");
    }
}
