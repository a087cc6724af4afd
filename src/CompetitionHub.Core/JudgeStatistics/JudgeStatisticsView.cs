using CompetitionHub.Core.Competitions;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>
/// The statistics of one part of a contest's marking. <paramref name="Everything"/> is what can be chosen, <paramref name="Part"/> what was;
/// <paramref name="Empty"/> says why there are no figures.
/// </summary>
public sealed record JudgeStatisticsView(
    Competition Competition,
    Contest Contest,
    PanelPart Everything,
    PanelPart Part,
    PanelStatistics Panel,
    IReadOnlyList<PartSummary> Children,
    double? Limit,
    CannotSay? Empty);
