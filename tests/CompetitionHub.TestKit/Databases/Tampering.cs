using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Databases;

/// <summary>Changes what no use case would: rows behind the back of the program, for tests that something notices.</summary>
public static class Tampering
{
    private const string ChangeModule = """
        update standing_rows set summary = replace(summary, '"modules":["', '"modules":["9')
        where audience = 'staff' and entry_id = (select min(id) from entries where code = @code)
        """;

    /// <summary>Writes a 9 before the first module's points on the staff's row of an entry, in an SQLite file that nobody has open.</summary>
    public static async Task ChangeModuleAsync(string sqliteFile, string entryCode)
    {
        await using var database = TestDatabase.Bare(new() { SqliteFile = sqliteFile }, TimeProvider.System);
        await database.OpenAsync(DatabaseAccess.ReadWrite);
        await database.InTransactionAsync(async session =>
            await session.ExecuteAsync(ChangeModule, new { code = entryCode }) == 1 ? Result.Success() : throw new InvalidOperationException($"No row of {entryCode}."));
    }
}
