using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>What is wrong with one cell, or with the whole when there is no row.</summary>
/// <param name="Sheet">Name of the sheet; empty for a csv.</param>
/// <param name="Row">Number of the row as people see it.</param>
/// <param name="Column">Heading of the column in the reader's language.</param>
/// <param name="Text">What stands there, cut short.</param>
/// <param name="Severity">Refused: nothing can be saved. Unfinished: a draft can.</param>
/// <param name="Error">The sentence.</param>
public sealed record SheetProblem(string Sheet, int? Row, string Column, string Text, SchemeSeverity Severity, Error Error);

/// <summary>What saving an uploaded spreadsheet would do: all of it, or nothing while there are problems that refuse it.</summary>
/// <param name="FileName">The uploaded file.</param>
/// <param name="Scheme">What the table reads as, with stand-ins where it cannot be read.</param>
/// <param name="Version">The version of the present scheme that it was compared with.</param>
/// <param name="Problems">All that is wrong.</param>
/// <param name="Changes">What differs from the present scheme.</param>
/// <param name="Kept">Settings of the whole and columns that the file does not have: they stay as they are.</param>
/// <param name="Ignored">Sheets that were not read.</param>
public sealed record SchemeSheetPreview(
    string FileName, MarkingScheme Scheme, int Version, IReadOnlyList<SheetProblem> Problems, IReadOnlyList<SchemePartChange> Changes,
    IReadOnlyList<string> Kept, IReadOnlyList<string> Ignored)
{
    /// <summary>True when nothing forbids saving it, at least as a draft.</summary>
    public bool IsClean => Problems.All(problem => problem.Severity != SchemeSeverity.Refused);

    /// <summary>True when the file says what is there already.</summary>
    public bool IsSame => Changes.Count == 0;
}
