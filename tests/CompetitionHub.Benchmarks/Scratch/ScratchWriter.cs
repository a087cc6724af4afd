using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Benchmarks.Scratch;

/// <summary>Writes a made-up competition in one transaction, by SQL: a million marks through the services would take minutes.</summary>
internal sealed class ScratchWriter : IDisposable
{
    private static readonly string PasswordHash = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }))
        .HashPassword(new object(), ScratchPlan.Password);

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    private long traces;

    public ScratchWriter(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.Execute("pragma synchronous = off");
        transaction = connection.BeginTransaction();
        CompetitionId = NewId();
        Execute("""
            insert into competitions (id, slug, name_zh, name_en, level, class, host_zh, host_en, venue_zh, venue_en, starts_on, ends_on, time_zone, state, revision, created_at)
            values (@id, @slug, '技能竞赛', 'Skills games', 'city', 'none', '市总工会', 'City union', '技师学院', 'College', '2026-11-20', '2026-11-21', 'Asia/Shanghai', 'running', 1, @now)
            """, new { id = CompetitionId, slug = ScratchPlan.Competition, now });
    }

    public string CompetitionId { get; }

    public void Commit()
    {
        // The chain's hashes are made up: nobody verifies this audit, it only has to have the size.
        Execute("insert into audit_heads (competition_id, seq, hash, salt) values (@CompetitionId, @traces, 'scratch', 'scratch')", new { CompetitionId, traces });
        transaction.Commit();
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    public ScratchContest AddContest(ScratchPlan plan, int number)
    {
        var id = NewId();
        var slug = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        Execute("""
            insert into contests (id, competition_id, slug, name_zh, name_en, trade, group_zh, group_en, format, counting, position, revision)
            values (@id, @CompetitionId, @slug, '焊接', 'Welding', 'welding', '职工组', 'Workers', 'individual', 'submitted', @number, 1)
            """, new { id, CompetitionId, slug, number });
        Execute("insert into schemes (contest_id, version, document, created_at, created_by, frozen_at) values (@id, 1, @document, @now, 'system', @now)",
            new { id, document = SchemeJson.Write(plan.ToScheme()), now });
        Execute("insert into boards (id, visibility, frozen_at, revision, changed_at, public_changed_at) values (@id, 'full', null, 1, @now, @now)", new { id, now });
        var judges = Enumerable.Range(1, plan.Judges).Select(seat => AddJudge(id, number, seat)).ToList();
        var entries = Enumerable.Range(1, plan.Entries).Select(place => AddEntry(id, number, place)).ToList();
        AddMarks(plan, id, judges, entries);
        return new(id, slug, entries, judges);
    }

    private ScratchJudge AddJudge(string contestId, int contest, int seat)
    {
        var id = NewId();
        var name = string.Create(CultureInfo.InvariantCulture, $"judge-{contest}-{seat}");
        Execute("""
            insert into accounts (id, user_name, normalized_name, display_name, password_hash, security_stamp, language, created_at)
            values (@id, @name, @normalized, @name, @hash, @id, 'en', @now)
            """, new { id, name, normalized = name.ToUpperInvariant(), hash = PasswordHash, now });
        Execute("insert into role_grants (account_id, scope, role, granted_at) values (@id, @CompetitionId, 'judge', @now)", new { id, CompetitionId, now });
        Execute("insert into judge_seats (contest_id, form_key, seat, account_id) values (@contestId, @form, @seat, @id)", new { contestId, form = ScratchPlan.FormKey, seat, id });
        return new(id, name, seat);
    }

    private ScratchEntry AddEntry(string contestId, int contest, int place)
    {
        var id = NewId();
        var code = string.Create(CultureInfo.InvariantCulture, $"{contest:00}{place:000000}");
        Execute("""
            insert into entries (id, competition_id, contest_id, code, name_zh, name_en, members, status, created_at)
            values (@id, @CompetitionId, @contestId, @code, @zh, @en, '[]', 'active', @now)
            """, new { id, CompetitionId, contestId, code, zh = "选手" + code, en = "Contestant " + code, now });
        return new(id, code);
    }

    private void AddMarks(ScratchPlan plan, string contestId, List<ScratchJudge> judges, List<ScratchEntry> entries)
    {
        var mark = Prepare("""
            insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@p0, @p1, 'f', @p2, @p3, 1, 'value', @p4, 1, @p5, @p6, @p6, 'scratch', null, @p7)
            """, 8);
        var sheet = Prepare("""
            insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@p0, @p1, 'f', @p2, 1, 'submitted', @p3, @p4, @p4, 'scratch', null, @p5)
            """, 6);
        var trace = Prepare("""
            insert into audit_entries (competition_id, seq, at, actor_id, actor_name, action, subject_type, subject_id, before, after, reason, hash)
            values (@p0, @p1, @p2, @p3, 'scratch', 'mark_entered', 'mark', @p4, null, '{}', null, @p5)
            """, 6);
        var random = new Random(20260001);
        foreach (var entry in entries.Take(plan.Marked))
        {
            foreach (var judge in judges)
            {
                for (var aspect = 0; aspect < plan.Aspects; aspect++)
                {
                    var command = NewId();
                    Run(mark, contestId, entry.Id, ScratchPlan.AspectKey(aspect), judge.Seat, random.Next(101) * 100_000L, command, judge.AccountId, now);
                    Run(trace, CompetitionId, ++traces, now, judge.AccountId, entry.Id, command + command[..28]);
                }

                Run(sheet, contestId, entry.Id, judge.Seat, NewId(), judge.AccountId, now);
            }
        }
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture) });
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private void Execute(string sql, object values) => connection.Execute(sql, values, transaction);

    private static string NewId() => Guid.CreateVersion7().ToString("D");
}
