using System.Globalization;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Databases;

/// <summary>Writes rows and their audit entries from several threads, printing each id once it is acknowledged, until the process is killed.</summary>
public static class EndlessWriter
{
    private const int Writers = 8;
    private const string Insert = "insert into commands (id, account_id, answer, answered_at) values (@id, 'a', '', 0)";

    public static void Run(string file, string prefix)
    {
        var database = TestDatabase.Bare(new() { SqliteFile = file }, TimeProvider.System);
        database.OpenAsync(DatabaseAccess.ReadWrite).GetAwaiter().GetResult();
        var audit = new AuditLog(TimeProvider.System);
        var next = 0;
        Task.WaitAll([.. Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref next)}.");
                await database.InTransactionAsync(async session =>
                {
                    await session.ExecuteAsync(Insert, new { id });
                    await audit.AppendAsync(session, Actor.System, AuditLog.Installation, AuditAction.EntryCreated, "entry", id);
                    return Result.Success();
                });
                await Console.Out.WriteLineAsync(id);
            }
        }))]);
    }
}
