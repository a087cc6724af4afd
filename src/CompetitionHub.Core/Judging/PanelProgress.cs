using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Entries × forms of a contest: what is marked, what is submitted, who is missing. Codes only.</summary>
public sealed record PanelProgress(IReadOnlyList<PanelForm> Forms, IReadOnlyList<PanelProgressRow> Rows)
{
    /// <summary>Sheets still to be submitted for entries that take part.</summary>
    public int SheetsMissing => Rows.Where(row => row.Status == EntryStatus.Active).Sum(row => row.Cells.Sum(cell => cell.Seats.Count(seat => !seat.Submitted)));
}

/// <summary>A form with its panel; seat 0 (imported values) has no judge.</summary>
public sealed record PanelForm(string Key, LocalText Name, bool Closed, bool HasImported, IReadOnlyList<PanelSeat> Seats);

/// <summary>A seat of a form's panel; without a judge the name is null.</summary>
public sealed record PanelSeat(int Seat, string? JudgeId, string? JudgeName);

/// <summary>One entry with a cell per form, in the order of the forms.</summary>
public sealed record PanelProgressRow(string EntryId, string Code, EntryStatus Status, string? StatusReason, IReadOnlyList<PanelCell> Cells);

/// <summary>An entry's sheets of one form.</summary>
public sealed record PanelCell(string FormKey, IReadOnlyList<PanelSheet> Seats, int ImportedMarks, int ImportedExpected)
{
    /// <summary>How far the form is for this entry.</summary>
    public PanelCellState State =>
        Seats.All(seat => seat.Submitted) && ImportedMarks == ImportedExpected ? PanelCellState.Done
        : Seats.Any(seat => seat.Submitted || seat.Marks > 0) || ImportedMarks > 0 ? PanelCellState.Started
        : PanelCellState.Empty;
}

/// <summary>One seat's sheet of an entry: marks entered of those expected, and whether it was submitted.</summary>
public sealed record PanelSheet(int Seat, int Marks, int Expected, bool Submitted);

/// <summary>How far a form is for an entry.</summary>
public enum PanelCellState
{
    /// <summary>No mark yet.</summary>
    Empty,
    /// <summary>Some marks or sheets.</summary>
    Started,
    /// <summary>Every sheet submitted, every imported value there.</summary>
    Done,
}
