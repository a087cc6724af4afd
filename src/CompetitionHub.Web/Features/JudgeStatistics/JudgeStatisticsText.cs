namespace CompetitionHub.Web.Features.JudgeStatistics;

/// <summary>Texts of the statistics of judges.</summary>
public sealed class JudgeStatisticsText;
