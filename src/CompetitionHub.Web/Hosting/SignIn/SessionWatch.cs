using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>Looks every few seconds whether the session of an open page was ended (disabled, new password), and then signs the page out.</summary>
public sealed class SessionWatch(ILoggerFactory loggers, ActorLoader actors) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await actors.FindSessionAsync(authenticationState.User) is not null;
}
