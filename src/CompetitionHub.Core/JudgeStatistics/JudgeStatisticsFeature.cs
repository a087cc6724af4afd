using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Registers the statistics of judges.</summary>
public static class JudgeStatisticsFeature
{
    /// <summary>Adds the queries.</summary>
    public static IServiceCollection AddJudgeStatistics(this IServiceCollection services) => services.AddUseCases<JudgeStatisticsQueries>();
}
