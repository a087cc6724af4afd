using System.Diagnostics;
using System.Runtime.CompilerServices;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetitionHub.Core.Tests.Data;

/// <summary>A process that dies in the middle of writing loses nothing that it acknowledged.</summary>
public sealed class KilledWriterTests
{
    private const string Variable = "COMPETITIONHUB_TEST_WRITER";
    private const string Ids = "select id from commands";

    [Fact]
    public async Task KilledInTheMiddle_ThreeTimes_KeepsEveryAcknowledgedRow()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await db.CloseAsync();
        var acknowledged = new List<string>();

        for (var round = 0; round < 3; round++)
        {
            acknowledged.AddRange(await RunAndKillAsync(db.Options.SqliteFile, $"round{round}", 200 + (round * 300)));
        }

        await db.ReopenAsync();
        var stored = await db.Database.ReadAsync(s => s.QueryAsync<string>(Ids));
        Assert.True(acknowledged.Count >= 900);
        Assert.Empty(acknowledged.Except(stored));
        Assert.True((await db.Get<AuditVerifier>().VerifyAsync(AuditLog.Installation)).Value is { Intact: true } chain && chain.Entries == stored.Count);
    }

    [Fact]
    public async Task IoErrorBeforeTheCommit_StopsTheProcessAndAcknowledgesNothing()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await db.CloseAsync();
        Exception? stopped = null;
        await using var database = new SqliteDatabase(db.Options, db.Time, NullLogger.Instance) { StopProcess = e => stopped = e };
        await database.OpenAsync(DatabaseAccess.ReadWrite);

        await Assert.ThrowsAsync<SqliteException>(() => database.InTransactionAsync(session =>
        {
            session.BeforeCommit("disk", 0, (_, _) => throw new SqliteException("disk I/O error", 10));
            return Task.FromResult(Result.Success());
        }));

        Assert.IsType<SqliteException>(stopped);
    }

    private static async Task<List<string>> RunAndKillAsync(string file, string prefix, int killAfter)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledWriterTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment = { [Variable] = $"{file}|{prefix}" },
        };
        using var process = Process.Start(start)!;
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } id)
        {
            acknowledged.Add(id);
            if (acknowledged.Count == killAfter)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        // The last line may have been cut off by the death.
        return acknowledged.Where(id => id.EndsWith('.')).ToList();
    }

    /// <summary>Turns this test program into the writer that is killed. Runs before the program's own entry point.</summary>
    [ModuleInitializer]
    internal static void WriteUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('|') is [var file, var prefix])
        {
            EndlessWriter.Run(file, prefix);
        }
    }
}
