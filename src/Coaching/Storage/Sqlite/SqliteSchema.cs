namespace StrengthDays.Coaching.Storage.Sqlite;

/// <summary>
/// The tables of the design, with its partition and row keys as primary keys. Instants are milliseconds since 1970,
/// dates are ISO texts, an ETag counts the writes to its row (of a due row it is random: such a row comes back).
/// Tables with rows over a kilobyte keep their rowid: without one SQLite gives each such row a page of its own beside
/// the tree (more than twice the disk).
/// </summary>
internal static class SqliteSchema
{
    public const string Text =
        """
        CREATE TABLE IF NOT EXISTS plans (
            id TEXT PRIMARY KEY, v INTEGER NOT NULL, etag INTEGER NOT NULL, status TEXT NOT NULL, inputs TEXT NOT NULL,
            revision INTEGER NOT NULL, through TEXT, nextDate TEXT, nextAt INTEGER, missed TEXT,
            consent TEXT NOT NULL, consentAt INTEGER NOT NULL, letters TEXT NOT NULL, signUp TEXT, successor TEXT,
            outline TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS sent (
            plan TEXT NOT NULL, key TEXT NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL,
            reason TEXT, at INTEGER NOT NULL, session TEXT, PRIMARY KEY (plan, key));
        CREATE TABLE IF NOT EXISTS due (
            bucket TEXT NOT NULL, row TEXT NOT NULL, etag INTEGER NOT NULL, mail TEXT NOT NULL, date TEXT NOT NULL,
            at INTEGER NOT NULL, deadline INTEGER NOT NULL, letter TEXT, state TEXT NOT NULL, attempt INTEGER NOT NULL,
            owner TEXT, lease INTEGER, hash TEXT, revision INTEGER NOT NULL, header TEXT NOT NULL, inputs TEXT NOT NULL,
            missed TEXT, firstSent INTEGER, PRIMARY KEY (bucket, row));
        CREATE TABLE IF NOT EXISTS parked (
            id TEXT PRIMARY KEY, reason TEXT NOT NULL, parkedAt INTEGER NOT NULL,
            bucket, row, etag, mail, date, at, deadline, letter, state, attempt, owner, lease, hash, revision, header,
            inputs, missed, firstSent) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS people (
            hash TEXT PRIMARY KEY, etag INTEGER NOT NULL, plan TEXT, pending TEXT, confirmations INTEGER NOT NULL,
            lastConfirmation INTEGER, suppressed TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS counts (
            window TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (window, name)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS alerts (
            key TEXT PRIMARY KEY, date TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, reason TEXT,
            at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS alertsByDate ON alerts (date);
        CREATE TABLE IF NOT EXISTS budget (
            id TEXT PRIMARY KEY, etag INTEGER NOT NULL, taken TEXT NOT NULL, closed INTEGER) WITHOUT ROWID;
        """;

    /// <summary>Columns that a file written by an earlier release may lack, each with its table.</summary>
    public static readonly (string Table, string Column)[] Added = [("due", "firstSent"), ("parked", "firstSent")];
}
