using System.Globalization;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Web.Hosting;

/// <summary>Failures of the data layer that are nobody's bug: each has its status, and the page or body that belongs to it.</summary>
public static class DatabaseRefusals
{
    public static void UseDatabaseRefusals(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && StatusOf(e) is { } status)
        {
            context.Response.Clear();
            context.Response.StatusCode = status;
            if (e is DatabaseBusyException busy)
            {
                context.Response.Headers.RetryAfter = Math.Ceiling(busy.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }
        }
    });

    internal static int? StatusOf(Exception exception) => exception switch
    {
        DatabaseBusyException => StatusCodes.Status503ServiceUnavailable,
        UnstorableTextException => StatusCodes.Status400BadRequest,
        // A use case that raced another one for the same key; most say so themselves.
        UniqueViolationException => StatusCodes.Status409Conflict,
        _ => null,
    };
}
