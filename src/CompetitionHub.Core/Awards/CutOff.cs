using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// What people decided about an award (分数线): everybody at or above the score gets it. Append-only: the latest one about an award is in force.
/// </summary>
/// <param name="Award">Key of the award.</param>
/// <param name="Score">The cut-off; null takes the earlier one back, so that the rule speaks again.</param>
/// <param name="Reason">Why.</param>
public sealed record CutOff(string Award, Score? Score, string Reason);

/// <summary>A cut-off with who put it on record and when.</summary>
public sealed record RecordedCutOff(CutOff CutOff, string DecidedBy, DateTimeOffset DecidedAt);
