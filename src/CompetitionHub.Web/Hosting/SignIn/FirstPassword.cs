using CompetitionHub.Core.Accounts;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>A one-time password opens one door only: the page where the person sets their own.</summary>
public static class FirstPassword
{
    private const string Page = "/account";
    private static readonly string[] Open = [Page, "/sign-in", "/sign-out", "/setup", "/not-found"];

    public static void UseFirstPassword(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!Languages.IsStaffPath(request.Path) || Open.Any(p => request.Path.StartsWithSegments(p)) ||
            await context.RequestServices.GetRequiredService<ActorLoader>().FindSessionAsync(context.User) is not { MustChangePassword: true })
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api"))
        {
            context.Response.Redirect($"{Page}?returnUrl={Uri.EscapeDataString(request.Path + request.QueryString)}");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    });
}
