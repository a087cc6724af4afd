using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Shared;

/// <summary>Registers public services whose only constructor is internal, because it takes internal repositories.</summary>
internal static class InternalServices
{
    /// <summary>Adds a singleton made by the type's one constructor, whatever its visibility.</summary>
    public static IServiceCollection AddUseCases<T>(this IServiceCollection services) where T : class
    {
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        var parameters = constructor.GetParameters();
        return services.AddSingleton(provider =>
            (T)constructor.Invoke([.. parameters.Select(p => provider.GetRequiredService(p.ParameterType))]));
    }
}
