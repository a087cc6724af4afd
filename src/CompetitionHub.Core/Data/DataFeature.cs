using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CompetitionHub.Core.Data;

/// <summary>Registers the data layer.</summary>
public static class DataFeature
{
    /// <summary>
    /// Adds <see cref="Database"/>, <see cref="Backup"/> and <see cref="DatabaseSelfTest"/> as singletons. Whoever builds the provider
    /// awaits <see cref="Database.OpenAsync"/> before anything else.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, DataOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => Database.Create(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<Backup>();
        services.AddSingleton<DatabaseSelfTest>();
        return services;
    }
}
