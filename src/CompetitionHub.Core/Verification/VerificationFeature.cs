using CompetitionHub.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Verification;

/// <summary>Registers the second calculation of results.</summary>
public static class VerificationFeature
{
    /// <summary>Adds the feature's services as singletons; needs competitions, standings and the interchange.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services) => services.AddUseCases<ResultsVerifier>();
}
