using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Live;

/// <summary>Registers the live feed.</summary>
public static class LiveFeature
{
    /// <summary>Adds <see cref="LiveFeed"/> and the polling that keeps it true.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services) =>
        services.AddSingleton<LiveFeed>().AddHostedService<RevisionPolling>();
}
