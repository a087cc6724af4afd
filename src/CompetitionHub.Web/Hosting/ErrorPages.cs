using CompetitionHub.Web.Components;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CompetitionHub.Web.Hosting;

/// <summary>Pages for 403, 404, 500 and the rest in both languages; callers that do not read HTML get the bare status.</summary>
public static class ErrorPages
{
    private const string Address = "/error/";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(WantsPage, branch =>
        {
            branch.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Address + "500", CreateScopeForErrors = true });
            branch.UseStatusCodePagesWithReExecute(Address + "{0}", createScopeForStatusCodePages: true);
            branch.Use(LeaveStaleFormsToErrorPageAsync);
        });
        app.UseWhen(context => !WantsPage(context), branch => branch.UseExceptionHandler(failed => failed.Run(_ => Task.CompletedTask)));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseApiRefusals());
        app.UseDatabaseRefusals();
    }

    public static void MapErrorPages(this IEndpointRouteBuilder routes) =>
        routes.Map(Address + "{code:int:range(400,599)}", (int code, HttpContext context) =>
        {
            // Asked for directly it is an address that does not exist; re-executed it keeps the status it reports.
            var reported = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
            var status = reported ? code : StatusCodes.Status404NotFound;
            context.Response.Headers.CacheControl = "no-store";
            // Left by the page that failed; the renderer adds it again and trips over it.
            context.Response.Headers.Remove("blazor-enhanced-nav");
            return new RazorComponentResult<ErrorPage>(new Dictionary<string, object?> { [nameof(ErrorPage.Code)] = status }) { StatusCode = status };
        }).AllowAnonymous().DisableAntiforgery();

    /// <summary>A stranger who asks for an unknown address learns that it is unknown instead of being sent to the sign-in.</summary>
    public static void MapNotFound(this IEndpointRouteBuilder routes) =>
        routes.Map("/{**path}", () => TypedResults.NotFound()).AllowAnonymous().DisableAntiforgery().WithOrder(int.MaxValue);

    /// <summary>
    /// A form that was opened before somebody signed in or out in another tab is refused without a word, but as html, which the error
    /// pages take for an answer: the reader saw an empty page.
    /// </summary>
    private static async Task LeaveStaleFormsToErrorPageAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!context.Response.HasStarted && context.Response.StatusCode == StatusCodes.Status400BadRequest
            && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.ContentType = null;
        }
    }

    private static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api") &&
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
