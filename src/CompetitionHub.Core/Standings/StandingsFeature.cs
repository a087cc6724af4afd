using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Standings;

/// <summary>Registers boards and standings.</summary>
public static class StandingsFeature
{
    /// <summary>Adds the feature's services as singletons.</summary>
    public static IServiceCollection AddStandings(this IServiceCollection services)
    {
        services.AddSingleton<BoardRepository>();
        services.AddSingleton<DigestReader>();
        return services
            .AddUseCases<StandingsProjector>()
            .AddUseCases<BoardService>()
            .AddUseCases<RankDecisionService>()
            .AddUseCases<StandingsQueries>();
    }
}
