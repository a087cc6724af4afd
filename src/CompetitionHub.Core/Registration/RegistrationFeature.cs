using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Registration;

/// <summary>Registers delegations and entries.</summary>
public static class RegistrationFeature
{
    /// <summary>Adds the feature's services as singletons.</summary>
    public static IServiceCollection AddRegistration(this IServiceCollection services)
    {
        services.AddSingleton<DelegationRepository>();
        services.AddSingleton<EntryRepository>();
        services.AddSingleton<ImportRepository>();
        services.AddSingleton<UploadShelf<ImportFile>>();
        services.AddSingleton<RegistrationDesk>();
        return services
            .AddUseCases<DelegationService>()
            .AddUseCases<EntryService>()
            .AddUseCases<EntryImportService>()
            .AddUseCases<DelegationQueries>()
            .AddUseCases<EntryQueries>();
    }
}
