using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>What is wrong with one cell: its row, its column in the words of the template, what stands there.</summary>
public sealed record RowProblem(int Row, ImportColumn Column, string Text, Error Error);

/// <summary>A row that would become an entry; <paramref name="NewDelegation"/> when its delegation would be added too.</summary>
public sealed record PlannedEntry(int Row, Contest Contest, LocalText? Delegation, bool NewDelegation, EntryDetails Details);

/// <summary>What an import would do: all rows become entries, or none when there is a problem.</summary>
public sealed record ImportPreview(
    string FileName, int Rows, IReadOnlyList<PlannedEntry> Entries, IReadOnlyList<Delegation> NewDelegations, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>True when the import can be applied.</summary>
    public bool IsClean => Problems.Count == 0;

    /// <summary>Number of rows with at least one problem.</summary>
    public int RowsWithProblems => Problems.Select(p => p.Row).Distinct().Count();
}

/// <summary>An import that was applied.</summary>
public sealed record EntryImport(string Id, string CompetitionId, string FileName, int Entries, DateTimeOffset ImportedAt, string ImportedBy, DateTimeOffset? UndoneAt)
{
    /// <summary>The name of who imported it, in whatever role; null when the account is gone.</summary>
    public string? ImportedByName { get; init; }
}
