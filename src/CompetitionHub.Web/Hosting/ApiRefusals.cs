using System.Globalization;
using CompetitionHub.Web.Components;
using CompetitionHub.Web.Features.Judging;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting;

/// <summary>Programs that call <c>/api</c> are told in a sentence too what is wrong, when all that would go out is a status.</summary>
public static class ApiRefusals
{
    public static void UseApiRefusals(this IApplicationBuilder app) => app.UseStatusCodePages(WriteAsync);

    private static Task WriteAsync(StatusCodeContext page)
    {
        var context = page.HttpContext;
        var status = context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<CommonText>>();
        var sentence = texts["Api." + status] is { ResourceNotFound: false } known ? known : texts["Api.Other", status];
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new RefusalJson("Common.Status" + status, sentence), PadJsonContext.Web.RefusalJson);
    }
}
