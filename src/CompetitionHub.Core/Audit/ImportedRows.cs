using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Audit;

/// <summary>
/// The marks and sheets that came into a contest with a folder, all at one instant: how many, and SHA-256 (lower-case hex) over their
/// fields in the order of their keys. Stands in the audit, and is computed again when the audit is verified.
/// </summary>
internal sealed record ImportedRows(int Marks, int Sheets, string Digest, long EnteredAt)
{
    // No device can send an instant, and a competition has no earlier marks than those it came with.
    private const string MarksOfImport = """
        select entry_id as EntryId, form_key as FormKey, aspect_key as AspectKey, seat as Seat, state as State, value as Value, judge_id as JudgeId, entered_by as EnteredBy
        from marks
        where contest_id = @contestId and entered_at = @at and device = 'import' and version = 1
        order by contest_id, entry_id, form_key, aspect_key, seat
        """;

    private const string SheetsOfImport = """
        select entry_id as EntryId, form_key as FormKey, '' as AspectKey, seat as Seat, state as State, cast(null as bigint) as Value, judge_id as JudgeId, entered_by as EnteredBy
        from mark_sheets
        where contest_id = @contestId and entered_at = @at and device = 'import' and version = 1
        order by contest_id, entry_id, form_key, seat
        """;

    public static async Task<ImportedRows> ReadAsync(DbSession session, string contestId, DateTimeOffset at)
    {
        var args = new { contestId, at = at.ToUnixTimeMilliseconds() };
        var marks = await session.QueryAsync<Row>(MarksOfImport, args);
        var sheets = await session.QueryAsync<Row>(SheetsOfImport, args);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in marks.Concat(sheets))
            digest.AppendData(Encoding.UTF8.GetBytes(row.ToText()));
        return new(marks.Count, sheets.Count, Convert.ToHexStringLower(digest.GetHashAndReset()), args.at);
    }

    private sealed class Row
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public string AspectKey { get; init; } = "";
        public int Seat { get; init; }
        public string State { get; init; } = "";
        public long? Value { get; init; }
        public string JudgeId { get; init; } = "";
        public string EnteredBy { get; init; } = "";

        // Keys, ids and states hold neither tab nor line break.
        public string ToText() =>
            string.Create(CultureInfo.InvariantCulture, $"{EntryId}\t{FormKey}\t{AspectKey}\t{Seat}\t{State}\t{Value}\t{JudgeId}\t{EnteredBy}\n");
    }
}
