using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CompetitionHub.Core.Competitions;

/// <summary>Registers the set-up of competitions, contests, schemes and seats.</summary>
public static class CompetitionsFeature
{
    /// <summary>Adds the feature's services as singletons.</summary>
    public static IServiceCollection AddCompetitions(this IServiceCollection services)
    {
        services.TryAddSingleton<ActorLoader>();
        services.AddSingleton<CompetitionRepository>();
        services.AddSingleton<ContestRepository>();
        services.AddSingleton<SchemeCache>();
        services.AddSingleton<SchemeRepository>();
        services.AddSingleton<SchemePresetRepository>();
        services.AddSingleton<PresetTeams>();
        services.AddSingleton<JudgeSeatRepository>();
        services.AddSingleton<LostSeats>();
        services.AddSingleton<JudgeRoster>();
        services.AddSingleton<UploadShelf<SchemePreset>>();
        services.AddSingleton<UploadShelf<SchemeSheetFile>>();
        services.AddSingleton<ProgressReader>();
        services.AddSingleton<NamedContests>();
        return services
            .AddUseCases<CompetitionService>()
            .AddUseCases<ContestService>()
            .AddUseCases<SchemeService>()
            .AddUseCases<SchemeChangeService>()
            .AddUseCases<SchemePresetService>()
            .AddUseCases<JudgeSeatService>()
            .AddUseCases<JudgeDelegationService>()
            .AddUseCases<CompetitionQueries>()
            .AddUseCases<ContestQueries>()
            .AddUseCases<JudgeSeatQueries>();
    }
}
