using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>Names the failures that mean the same on both databases.</summary>
internal static class DatabaseErrors
{
    private const int SqlitePermission = 3, SqliteReadOnly = 8, SqliteFull = 13, SqliteCannotOpen = 14;
    private const int SqliteIoError = 10, SqliteCorrupt = 11, SqliteNotADatabase = 26;
    private const int SqliteUnique = 2067, SqlitePrimaryKey = 1555;

    public static Exception? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => new UnstorableTextException(exception),
        EncoderFallbackException => new UnstorableTextException(exception),
        SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } e => new UniqueViolationException(TableOf(e.Message), e),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } e => new UniqueViolationException(e.TableName ?? "", e),
        _ => null,
    };

    /// <summary>After these, nobody knows what is on the disk: the process must not go on.</summary>
    public static bool IsFatal(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SqliteIoError or SqliteCorrupt or SqliteNotADatabase };

    public static bool IsWorthRetrying(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)
            is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Why the data cannot be opened where that is the operator's to solve: a sentence with what to do; null for a fault of the program.</summary>
    public static DatabaseStateException? AtOpening(Exception exception, DataOptions options) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase } =>
            new($"{Path.GetFullPath(options.SqliteFile)} is damaged or is no database: {exception.Message} Put a backup in its place with the verb `restore`, or name another folder in Hub:Data.", exception),
        UnauthorizedAccessException or IOException or SqliteException { SqliteErrorCode: SqlitePermission or SqliteReadOnly or SqliteFull or SqliteCannotOpen or SqliteIoError } =>
            new($"{Path.GetFullPath(options.SqliteFile)} cannot be written: {exception.Message} Let this user write in its folder and keep space on the disk, or name another folder in Hub:Data.", exception),
        NpgsqlException => new($"PostgreSQL cannot be used: {WithInner(exception)} Start it, or correct Hub:Postgres.", exception),
        _ => null,
    };

    // "Failed to connect to 127.0.0.1:5432" says little without "Connection refused".
    private static string WithInner(Exception exception) =>
        exception.InnerException is { Message: var inner } && !exception.Message.Contains(inner, StringComparison.Ordinal)
            ? $"{exception.Message}: {inner.TrimEnd('.')}."
            : $"{exception.Message.TrimEnd('.')}.";

    // "SQLite Error 19: 'UNIQUE constraint failed: accounts.normalized_name'."
    private static string TableOf(string message)
    {
        var start = message.LastIndexOf(": ", StringComparison.Ordinal) + 2;
        var end = message.IndexOf('.', start);
        return end > start ? message[start..end] : "";
    }
}
