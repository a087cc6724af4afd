using System.Security.Claims;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace CompetitionHub.Web.Hosting;

/// <summary>Who asks, in a request as well as in a circuit; asked anew each time, so that a withdrawn role counts at once.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, AuthenticationStateProvider circuit, ActorLoader actors)
{
    /// <summary>The actor; <see cref="Actor.Anonymous"/> when nobody is signed in or the session was ended.</summary>
    public async ValueTask<Actor> GetAsync() => (await FindSessionAsync())?.Actor ?? Actor.Anonymous;

    /// <summary>The session with the account's own settings, or null.</summary>
    public async ValueTask<SignedIn?> FindSessionAsync()
    {
        // In a circuit the HTTP context is the one of the connection: its user is as old as the circuit.
        var user = http.HttpContext is { } context && !context.Request.Path.StartsWithSegments("/_blazor")
            ? context.User
            : (await circuit.GetAuthenticationStateAsync()).User;
        return await actors.FindSessionAsync(user);
    }

    /// <summary>The actor of a principal.</summary>
    public async ValueTask<Actor> OfAsync(ClaimsPrincipal user) => (await actors.FindSessionAsync(user))?.Actor ?? Actor.Anonymous;
}
