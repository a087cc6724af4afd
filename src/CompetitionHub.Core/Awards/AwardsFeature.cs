using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Awards;

/// <summary>Registers advancement and awards.</summary>
public static class AwardsFeature
{
    /// <summary>Adds the feature's services as singletons; needs competitions and standings.</summary>
    public static IServiceCollection AddAwards(this IServiceCollection services) => services
        .AddSingleton<ContestFieldReader>()
        .AddUseCases<CutOffService>()
        .AddUseCases<AwardQueries>();
}
