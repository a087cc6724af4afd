using System.Security.Claims;
using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>The cookie of a session: who, and the security stamp that ends it early.</summary>
public static class SessionCookie
{
    public const string Name = "hub.session";
    public const string StampClaim = "stamp";

    /// <summary>Long enough for a competition day; each visit in its second half renews it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(16);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        // The pad's commands carry no antiforgery token: another site must never send this cookie along.
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = ValidateAsync,
            OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>The session of a principal, or null when nobody is signed in or the session was ended.</summary>
    public static async ValueTask<SignedIn?> FindSessionAsync(this ActorLoader actors, ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && user.FindFirstValue(StampClaim) is { } stamp
            ? await actors.FindAsync(id, stamp)
            : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var actors = context.HttpContext.RequestServices.GetRequiredService<ActorLoader>();
        if (context.Principal is not { } user || await actors.FindSessionAsync(user) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    // Scripts and streams are told; only people are sent to the sign-in.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        var person = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api")
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (person)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
