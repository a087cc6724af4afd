using System.Text.Json;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Audit;

/// <summary>
/// Compares the marks and sheets of a competition with what its chain says of them, page by page of the chain: each mark is where, what and
/// whose its entry says, those of a folder give the digest of their import, and there is none that no entry speaks of.
/// </summary>
internal sealed class MarkRecords(DbSession session, string competitionId)
{
    private const string MarksByCommand = """
        select command_id as CommandId, entry_id || '/' || form_key || '/' || aspect_key || '/' || seat as Subject, state as State, value as Value, version as Version,
          judge_id as JudgeId, entered_by as EnteredBy, entered_at as EnteredAt
        from marks
        where command_id in @commands
        """;

    private const string SheetsByCommand = """
        select command_id as CommandId, entry_id || '/' || form_key || '/' || seat as Subject, state as State, cast(null as bigint) as Value, version as Version,
          judge_id as JudgeId, entered_by as EnteredBy, entered_at as EnteredAt
        from mark_sheets
        where command_id in @commands
        """;

    private const string CountAll = """
        select (select count(*) from marks m join contests c on c.id = m.contest_id where c.competition_id = @competitionId)
          + (select count(*) from mark_sheets s join contests c on c.id = s.contest_id where c.competition_id = @competitionId)
        """;

    private static readonly string[] OfMarks = [AuditText.Of(AuditAction.MarkEntered), AuditText.Of(AuditAction.MarkCorrected)];
    private static readonly string[] OfSheets = [AuditText.Of(AuditAction.SheetSubmitted), AuditText.Of(AuditAction.SheetReopened)];
    private static readonly string OfImport = AuditText.Of(AuditAction.MarksImported);

    private long traced;

    /// <summary>The number of the first entry of a page whose mark or sheet is not what it says; null when all are.</summary>
    public async Task<long?> FindDifferenceAsync(IReadOnlyList<AuditEntry> page)
    {
        var differences = new List<long?>
        {
            await CompareAsync(MarksByCommand, [.. page.Where(entry => OfMarks.Contains(entry.Action))]),
            await CompareAsync(SheetsByCommand, [.. page.Where(entry => OfSheets.Contains(entry.Action))]),
        };
        foreach (var entry in page.Where(entry => entry.Action == OfImport))
        {
            var said = Read<ImportedRows>(entry);
            traced += said.Marks + said.Sheets;
            if (await ImportedRows.ReadAsync(session, entry.SubjectId, DateTimeOffset.FromUnixTimeMilliseconds(said.EnteredAt)) != said)
                differences.Add(entry.Seq);
        }
        return differences.Min();
    }

    /// <summary>True when, after the last page, there are marks or sheets that no entry spoke of.</summary>
    public async Task<bool> HasUntracedAsync() => await session.ScalarAsync<long>(CountAll, new { competitionId }) != traced;

    private async Task<long?> CompareAsync(string sql, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
            return null;
        traced += entries.Count;
        var said = entries.Select(entry => (entry.Seq, Row: Read<Row>(entry) with { Subject = entry.SubjectId, EnteredBy = entry.ActorId })).ToList();
        var stored = (await session.QueryAsync<Row>(sql, new { commands = said.Select(entry => entry.Row.CommandId).ToArray() })).ToDictionary(row => row.CommandId);
        return said.Where(entry => stored.GetValueOrDefault(entry.Row.CommandId) != entry.Row).Select(entry => (long?)entry.Seq).Min();
    }

    private static T Read<T>(AuditEntry entry) => JsonSerializer.Deserialize<T>(entry.After ?? "{}", JsonSerializerOptions.Web)!;

    private sealed record Row
    {
        public string CommandId { get; init; } = "";
        public string Subject { get; init; } = "";
        public string State { get; init; } = "";
        public long? Value { get; init; }
        public int Version { get; init; }
        public string JudgeId { get; init; } = "";
        public string EnteredBy { get; init; } = "";
        public long EnteredAt { get; init; }
    }
}
