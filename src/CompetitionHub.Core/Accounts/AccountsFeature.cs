using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core.Accounts;

/// <summary>Registers accounts.</summary>
public static class AccountsFeature
{
    /// <summary>Adds services, queries and stores; the web adds <see cref="IPasswordHashing"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services
        .AddSingleton<AccountService>()
        .AddSingleton<AccountListService>()
        .AddSingleton<GrantService>()
        .AddSingleton<AccountQueries>()
        .AddSingleton<AccountStore>()
        .AddSingleton<ActorLoader>()
        .AddSingleton<KeyStore>();
}
