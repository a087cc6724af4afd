using System.Diagnostics;
using System.Globalization;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;
using Microsoft.Data.Sqlite;

namespace CompetitionHub.Benchmarks;

/// <summary>
/// Durable transactions per second through the SQLite writer (a mark-like row, its audit entry, a bumped counter), beside a plain loop
/// over prepared commands with the same statements, rows and batches.
/// </summary>
internal static class WriterBenchmark
{
    private const int Callers = 256;
    private const int PerCaller = 80;
    private const string Insert = "insert into commands (id, account_id, answer, answered_at) values (@id, @accountId, @answer, @answeredAt)";
    private const string Find = "select answer from commands where id = @id";
    private const string Bump = "update accounts set failed_count = failed_count + 1 where id = @id";

    private const string AuditHead =
        """
        insert into audit_heads (competition_id, seq, hash, salt) values ('raw', 0, '', '')
        on conflict (competition_id) do update set seq = audit_heads.seq
        returning seq, hash
        """;

    private const string AuditInsert =
        """
        insert into audit_entries (competition_id, seq, at, actor_id, actor_name, action, subject_type, subject_id, before, after, reason, hash)
        values ('raw', @seq, 0, 'system', 'system', 'mark_entered', 'mark', @id, null, '{"value":"9.5","version":1}', null, @hash)
        """;

    private const string AuditMove = "update audit_heads set seq = @seq, hash = @hash where competition_id = 'raw'";

    public static async Task RunAsync()
    {
        await using var db = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await WriterAsync(db, "warm-up", 20);
        var watch = Stopwatch.StartNew();
        var commits = await WriterAsync(db, "measured", PerCaller);
        var writer = Callers * PerCaller / watch.Elapsed.TotalSeconds;
        var batch = Math.Max(1, (int)Math.Round(Callers * PerCaller / (double)commits));

        await db.CloseAsync();
        Raw(db.Options.SqliteFile, "raw-warm-up", 20 * Callers, batch);
        watch.Restart();
        Raw(db.Options.SqliteFile, "raw", Callers * PerCaller, batch);
        var raw = Callers * PerCaller / watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"writer: {writer:F0}/s in batches of {batch}; raw loop, same batches: {raw:F0}/s; ratio {writer / raw:F2}"));
    }

    private static async Task<int> WriterAsync(TestDatabase db, string prefix, int each)
    {
        var commits = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{caller}-{i}");
                await db.Database.InTransactionAsync(async session =>
                {
                    await session.ExecuteAsync(Bump, new { id = "nobody" });
                    await session.ScalarAsync<string>(Find, new { id });
                    await session.ExecuteAsync(Insert, new { id, accountId = "judge", answer = "saved", answeredAt = 1L });
                    session.BeforeCommit("count", 1, (_, _) =>
                    {
                        commits++;
                        return Task.CompletedTask;
                    });
                    await db.Audit.AppendAsync(session, Actor.System, "c", AuditAction.MarkEntered, "mark", id, null, new { value = "9.5", version = 1 });
                    return Result.Success();
                });
            }
        })));
        return commits;
    }

    private static void Raw(string file, string prefix, int count, int batch)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=True");
        connection.Open();
        Run("pragma synchronous = full");
        using var insert = Command(Insert, "@id", "@accountId", "@answer", "@answeredAt");
        using var find = Command(Find, "@id");
        using var bump = Command(Bump, "@id");
        using var head = Command(AuditHead);
        using var audit = Command(AuditInsert, "@seq", "@id", "@hash");
        using var move = Command(AuditMove, "@seq", "@hash");
        for (var i = 0; i < count;)
        {
            Run("begin immediate");
            using (var reader = head.ExecuteReader())
            {
                reader.Read();
            }

            for (var end = Math.Min(count, i + batch); i < end; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i}");
                bump.Parameters[0].Value = "nobody";
                bump.ExecuteNonQuery();
                find.Parameters[0].Value = id;
                find.ExecuteScalar();
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (id, "judge");
                (insert.Parameters[2].Value, insert.Parameters[3].Value) = ("saved", 1L);
                insert.ExecuteNonQuery();
                (audit.Parameters[0].Value, audit.Parameters[1].Value, audit.Parameters[2].Value) = ((prefix.Length * 1_000_000L) + i, id, new string('f', 64));
                audit.ExecuteNonQuery();
            }

            (move.Parameters[0].Value, move.Parameters[1].Value) = ((long)i, new string('f', 64));
            move.ExecuteNonQuery();
            Run("commit");
        }

        SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters)
            {
                command.Parameters.AddWithValue(parameter, "");
            }

            command.Prepare();
            return command;
        }

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
