using System.Diagnostics;
using System.Globalization;
using CompetitionHub.Benchmarks.Scratch;
using Microsoft.Data.Sqlite;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>
/// The rows that marks leave behind, written by prepared statements in a loop: no rules, no reading, no hashing, one thread
/// that does nothing else. On a copy of the file, made before the product wrote to it.
/// </summary>
internal sealed class RawMarks : IDisposable
{
    // What the product stores for a sheet of ten marks by five judges, in bytes: see standing_rows after a run.
    private static readonly string Summary = new('s', 330);
    private static readonly string After = new('a', 260);
    private static readonly string Hash = new('f', 64);

    private readonly RawSqlite raw;
    private readonly ScratchHub scratch;
    private readonly SqliteCommand bump;
    private readonly SqliteCommand mark;
    private readonly SqliteCommand sheet;
    private readonly SqliteCommand audit;
    private readonly SqliteCommand head;
    private readonly SqliteCommand standing;
    private long sequence;
    private int entry;
    private int aspect;
    private int seat = 1;

    public RawMarks(ScratchHub scratch)
    {
        this.scratch = scratch;
        raw = new RawSqlite(scratch.File);
        bump = raw.Prepare("update boards set revision = revision + 1 where id = @p0", 1);
        mark = raw.Prepare("""
            insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@p0, @p1, 'f', @p2, @p3, 1, 'value', 9500000, 1, @p4, @p5, @p5, @p6, null, 1700000000000)
            """, 7);
        sheet = raw.Prepare("""
            insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@p0, @p1, 'f', @p2, 1, 'submitted', @p3, @p4, @p4, @p5, null, 1700000000000)
            """, 6);
        audit = raw.Prepare("""
            insert into audit_entries (competition_id, seq, at, actor_id, actor_name, action, subject_type, subject_id, before, after, reason, hash)
            values (@p0, @p1, 1700000000000, @p2, 'judge-1-1', 'mark_entered', 'mark', @p3, null, @p4, null, @p5)
            """, 6);
        head = raw.Prepare("update audit_heads set seq = @p0, hash = @p1 where competition_id = @p2", 3);
        standing = raw.Prepare("""
            insert into standing_rows (board_id, audience, entry_id, summary) values (@p0, @p1, @p2, @p3)
            on conflict (board_id, audience, entry_id) do update set summary = excluded.summary
            """, 4);
    }

    /// <summary>Marks per second when so many requests of so many marks share a commit.</summary>
    public double Rate(int marksPerRequest, bool handIn, int requestsPerCommit, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var marks = 0L;
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            raw.Run("begin immediate");
            for (var request = 0; request < requestsPerCommit; request++)
            {
                WriteRequest(marksPerRequest, handIn, scratch.Contests[request % scratch.Contests.Count]);
                marks += marksPerRequest;
            }

            RawSqlite.Run(head, sequence, Hash, scratch.CompetitionId);
            raw.Run("commit");
        }

        return marks / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => raw.Dispose();

    private void WriteRequest(int marksPerRequest, bool handIn, ScratchContest contest)
    {
        RawSqlite.Run(bump, contest.Id);
        var of = contest.Entries[entry % contest.Entries.Count];
        var judge = contest.Judges[0].AccountId;
        for (var i = 0; i < marksPerRequest; i++)
        {
            var command = NewId();
            // Aspects past the scheme's: the same file is written to in every round.
            RawSqlite.Run(mark, contest.Id, of.Id, string.Create(CultureInfo.InvariantCulture, $"r{aspect++:00000000}"), seat, command, judge, judge);
            Trace(contest, judge, of.Id, command);
        }

        if (handIn)
        {
            RawSqlite.Run(sheet, contest.Id, of.Id, seat++, NewId(), judge, judge);
            Trace(contest, judge, of.Id, of.Id);
            RawSqlite.Run(standing, contest.Id, "staff", of.Id, Summary);
            RawSqlite.Run(standing, contest.Id, "public", of.Id, Summary);
        }

        entry++;
    }

    private void Trace(ScratchContest contest, string judge, string entryId, string command) =>
        RawSqlite.Run(audit, scratch.CompetitionId, ++sequence, judge, entryId + "/f/a00/1", After + command, Hash);

    private static string NewId() => Guid.CreateVersion7().ToString("D");
}
