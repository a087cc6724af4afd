using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Interchange;

/// <summary>Registers import and export of whole competitions.</summary>
public static class InterchangeFeature
{
    /// <summary>Adds the feature's services as singletons; needs competitions, registration and standings.</summary>
    public static IServiceCollection AddInterchange(this IServiceCollection services) => services
        .AddSingleton<JudgeImporter>()
        .AddSingleton<FolderImporter>()
        .AddSingleton<FolderExporter>()
        .AddUseCases<ImportService>()
        .AddUseCases<ExportService>()
        .AddUseCases<StandingsExport>();
}
