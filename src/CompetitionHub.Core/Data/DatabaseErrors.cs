using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CompetitionHub.Core.Data;

/// <summary>Names the failures that mean the same on both databases.</summary>
internal static class DatabaseErrors
{
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

    // "SQLite Error 19: 'UNIQUE constraint failed: accounts.normalized_name'."
    private static string TableOf(string message)
    {
        var start = message.LastIndexOf(": ", StringComparison.Ordinal) + 2;
        var end = message.IndexOf('.', start);
        return end > start ? message[start..end] : "";
    }
}
