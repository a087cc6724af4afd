using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Judging;

/// <summary>Registers the marking.</summary>
public static class JudgingFeature
{
    /// <summary>Adds the service and its queries.</summary>
    public static IServiceCollection AddJudging(this IServiceCollection services) => services
        .AddSingleton<MarkEntering>()
        .AddSingleton<SheetHandling>()
        .AddSingleton<EntryStates>()
        .AddSingleton<FormClosing>()
        .AddUseCases<JudgingService>()
        .AddUseCases<JudgingQueries>();
}
