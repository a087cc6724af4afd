using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Audit;

/// <summary>Registers the audit log.</summary>
public static class AuditFeature
{
    /// <summary>Adds the log, its verifier and its queries.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditLog>().AddSingleton<AuditVerifier>().AddSingleton<AuditQueries>();
}
