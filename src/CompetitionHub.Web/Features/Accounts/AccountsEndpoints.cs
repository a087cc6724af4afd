using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Addresses of accounts that are not pages.</summary>
public static class AccountsEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", async (HttpContext context, IAntiforgery antiforgery, AccountSignIn signIn) =>
        {
            try
            {
                await antiforgery.ValidateRequestAsync(context);
            }
            catch (AntiforgeryValidationException)
            {
                return Results.BadRequest();
            }

            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous().DisableAntiforgery();
}
