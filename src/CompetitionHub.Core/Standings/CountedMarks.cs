using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads the marks that count: the current ones of submitted sheets and the imported ones, now or as they were at a moment.</summary>
internal static class CountedMarks
{
    private const int ImportedSeat = 0;

    // In the order of the primary key, so that the last version of a field is the last row of it.
    private const string MarksOfEntries = """
        select entry_id as EntryId, form_key as FormKey, aspect_key as AspectKey, seat as Seat, state as State, value as Value, entered_at as EnteredAt
        from marks
        where contest_id = @contestId and entry_id in @entryIds and entered_at <= @until
        order by contest_id, entry_id, form_key, aspect_key, seat, version
        """;

    private const string MarksOfContest = """
        select entry_id as EntryId, form_key as FormKey, aspect_key as AspectKey, seat as Seat, state as State, value as Value, entered_at as EnteredAt
        from marks
        where contest_id = @contestId and entered_at <= @until
        order by contest_id, entry_id, form_key, aspect_key, seat, version
        """;

    private const string SheetsOfEntries = """
        select entry_id as EntryId, form_key as FormKey, seat as Seat, state as State, entered_at as EnteredAt
        from mark_sheets
        where contest_id = @contestId and entry_id in @entryIds and entered_at <= @until
        order by contest_id, entry_id, form_key, seat, version
        """;

    private const string SheetsOfContest = """
        select entry_id as EntryId, form_key as FormKey, seat as Seat, state as State, entered_at as EnteredAt
        from mark_sheets
        where contest_id = @contestId and entered_at <= @until
        order by contest_id, entry_id, form_key, seat, version
        """;

    /// <summary>
    /// Counted marks by entry, of some entries or (null) of all; entries without any are absent. <paramref name="sheetsCount"/> is false
    /// where only confirmed sheets count. <paramref name="until"/> leaves out what was entered later.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, EntryMarks>> LoadAsync(
        DbSession session, string contestId, IReadOnlyCollection<string>? entryIds, bool sheetsCount, DateTimeOffset? until)
    {
        var args = new { contestId, entryIds, until = until?.ToUnixTimeMilliseconds() ?? long.MaxValue };
        var sheets = await session.QueryAsync<SheetRow>(entryIds is null ? SheetsOfContest : SheetsOfEntries, args);
        var marks = await session.QueryAsync<MarkRow>(entryIds is null ? MarksOfContest : MarksOfEntries, args);

        var submitted = new Dictionary<(string, string, int), bool>();
        foreach (var sheet in sheets)
            submitted[(sheet.EntryId, sheet.FormKey, sheet.Seat)] = sheet.State == "submitted";

        var entries = new Dictionary<string, EntryMarks>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(_ => sheetsCount))
            Of(sheet.EntryId).Seen(sheet.EnteredAt);
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            var replaced = i + 1 < marks.Count && mark.IsSameField(marks[i + 1]);
            var counts = mark.Seat == ImportedSeat || (sheetsCount && submitted.GetValueOrDefault((mark.EntryId, mark.FormKey, mark.Seat)));
            if (!counts)
                continue;
            Of(mark.EntryId).Seen(mark.EnteredAt);
            if (!replaced && mark.State != "cleared")
                Of(mark.EntryId).Marks.Add(mark.ToCounted());
        }
        return entries;

        EntryMarks Of(string entryId)
        {
            if (!entries.TryGetValue(entryId, out var entry))
                entries.Add(entryId, entry = new EntryMarks());
            return entry;
        }
    }

    private sealed class SheetRow
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public int Seat { get; init; }
        public string State { get; init; } = "";
        public long EnteredAt { get; init; }
    }

    private sealed class MarkRow
    {
        public string EntryId { get; init; } = "";
        public string FormKey { get; init; } = "";
        public string AspectKey { get; init; } = "";
        public int Seat { get; init; }
        public string State { get; init; } = "";
        public long? Value { get; init; }
        public long EnteredAt { get; init; }

        public bool IsSameField(MarkRow next) =>
            Seat == next.Seat && AspectKey == next.AspectKey && FormKey == next.FormKey && EntryId == next.EntryId;

        public CountedMark ToCounted() => new(
            AspectKey, Seat, MarkStates.TryParse(State, out var state) ? state : MarkState.Cleared, Value is { } value ? new Score(value) : null);
    }
}

/// <summary>What counts of one entry, and when that last changed (unix milliseconds).</summary>
internal sealed class EntryMarks
{
    public List<CountedMark> Marks { get; } = [];

    public long? ChangedAt { get; private set; }

    public void Seen(long at) => ChangedAt = Math.Max(ChangedAt ?? at, at);
}
