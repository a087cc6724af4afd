namespace CompetitionHub.TestKit.Datasets;

/// <summary>What the organisers of a competition published for one entry.</summary>
public sealed record OfficialResult(string Competition, string Contest, string Code, string Total, int Rank);

/// <summary>Interchange folders made of a dataset, with the official results to compare with.</summary>
public sealed record ConvertedDataset(IReadOnlyList<string> Folders, IReadOnlyList<OfficialResult> Official);
