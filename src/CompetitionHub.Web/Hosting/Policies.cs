using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using Microsoft.AspNetCore.Authorization;

namespace CompetitionHub.Web.Hosting;

/// <summary>
/// Names of the policies. Without any attribute a route asks for a signed-in account. The three that speak of a competition look at the
/// route's <c>slug</c> and answer 403 before the page runs; the services check again, because only they decide.
/// </summary>
public static class Policies
{
    /// <summary>Any signed-in account: the fallback.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>Administrators of the installation.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Whoever may set up a new competition.</summary>
    public const string Creator = "Creator";

    /// <summary>Whoever may read the staff pages of the route's competition.</summary>
    public const string Viewer = "Viewer";

    /// <summary>Whoever may direct the marking of the route's competition.</summary>
    public const string MarkingDirector = "MarkingDirector";

    /// <summary>Whoever may set up the route's competition.</summary>
    public const string Organiser = "Organiser";

    public static void AddPolicies(this IServiceCollection services)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(signedIn)
            .AddPolicy(SignedIn, signedIn)
            .AddPolicy(Administrator, Installation(actor => actor.IsAdministrator))
            .AddPolicy(Creator, Installation(CompetitionsAccess.MayCreate))
            .AddPolicy(Viewer, Scoped((actor, id) => actor.MayView(id)))
            .AddPolicy(MarkingDirector, Scoped((actor, id) => actor.MayDirectMarking(id)))
            .AddPolicy(Organiser, Scoped((actor, id) => actor.MayOrganise(id)));
        services.AddScoped<IAuthorizationHandler, ActorHandler>();
    }

    private static Action<AuthorizationPolicyBuilder> Installation(Func<Actor, bool> may) =>
        policy => policy.RequireAuthenticatedUser().AddRequirements(new ActorRequirement(may, null));

    private static Action<AuthorizationPolicyBuilder> Scoped(Func<Actor, string, bool> may) =>
        policy => policy.RequireAuthenticatedUser().AddRequirements(new ActorRequirement(null, may));

    private sealed record ActorRequirement(Func<Actor, bool>? Everywhere, Func<Actor, string, bool>? InCompetition) : IAuthorizationRequirement;

    private sealed class ActorHandler(CurrentActor current, CompetitionQueries competitions) : AuthorizationHandler<ActorRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActorRequirement requirement)
        {
            var actor = await current.OfAsync(context.User);
            if (requirement.Everywhere?.Invoke(actor) == true || (requirement.InCompetition is { } may && await MayAsync(context.Resource, actor, may)))
            {
                context.Succeed(requirement);
            }
        }

        // An unknown slug passes: the page answers 404, which is the truth.
        private async Task<bool> MayAsync(object? resource, Actor actor, Func<Actor, string, bool> may) =>
            resource is HttpContext http && http.GetRouteValue("slug") is string slug &&
            (await competitions.FindAsync(slug, http.RequestAborted) is not { } competition || may(actor, competition.Id));
    }
}
