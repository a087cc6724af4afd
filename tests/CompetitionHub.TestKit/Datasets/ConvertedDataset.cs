namespace CompetitionHub.TestKit.Datasets;

/// <summary>What the organisers of a competition published for one entry; null where they published nothing.</summary>
public sealed record OfficialResult(string Competition, string Contest, string Code, string? Total, int? Rank)
{
    /// <summary>Key of the module whose points the total is; null for the total of the entry.</summary>
    public string? Module { get; init; }

    /// <summary>Key of the award in the scheme; empty for none.</summary>
    public string Award { get; init; } = "";
}

/// <summary>Interchange folders made of a dataset, with the official results to compare with.</summary>
public sealed record ConvertedDataset(IReadOnlyList<string> Folders, IReadOnlyList<OfficialResult> Official);
