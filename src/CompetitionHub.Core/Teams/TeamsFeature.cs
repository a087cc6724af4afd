using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Teams;

/// <summary>Registers team rankings.</summary>
public static class TeamsFeature
{
    /// <summary>Adds the feature's services as singletons; needs awards.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddSingleton<TeamFields>()
        .AddUseCases<TeamRankingService>()
        .AddUseCases<TeamQueries>();
}
