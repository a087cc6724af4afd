using System.Net.Mime;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace CompetitionHub.Web.Features.Competitions.Spreadsheet;

/// <summary>A contest's scheme as files, the template, and the upload that the page then shows.</summary>
public static class SchemeSheetEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapSchemeSheets(this IEndpointRouteBuilder routes)
    {
        var contest = routes.MapGroup("/manage/{slug}/contests/{contest}/table");
        contest.MapGet("/scheme.xlsx", (string slug, string contest, Files files) => files.ReadAsync(slug, contest, Xlsx, $"{slug}-{contest}-scheme.xlsx", SchemeSheet.Xlsx))
            .RequireAuthorization(Policies.Viewer);
        contest.MapGet("/scheme.csv", (string slug, string contest, Files files) => files.ReadAsync(slug, contest, MediaTypeNames.Text.Csv, $"{slug}-{contest}-scheme.csv", SchemeSheet.Csv))
            .RequireAuthorization(Policies.Viewer);
        contest.MapGet("/template.xlsx", (string slug, string contest, Files files) => files.ReadAsync(slug, contest, Xlsx, "scheme-template.xlsx", (_, words) => SchemeSheet.Template(words)))
            .RequireAuthorization(Policies.Viewer);
        // Checked in the handler, which first makes sure that the form can be read at all.
        contest.MapPost("/upload", UploadAsync).RequireAuthorization(Policies.Organiser).DisableAntiforgery();
    }

    private static async Task<IResult> UploadAsync(
        string slug, string contest, HttpContext context, CurrentActor current, ContestQueries contests, UploadShelf<SchemeSheetFile> uploads, SchemeSpeeches speeches,
        IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync();
        if (await contests.FindAsync(slug, contest, cancellationToken) is not { } found || !actor.MayOrganise(found.Competition.Id))
        {
            return Results.NotFound();
        }
        if (await UploadForm.ReadAsync(context, antiforgery, TableFile.MaximumBytes, cancellationToken) is not { } form)
        {
            return Results.BadRequest();
        }
        uploads.Drop(form["replaces"]);
        var id = uploads.Keep(actor.AccountId, found.Contest.Id, await ReadAsync(form, speeches, cancellationToken));
        context.Response.Headers.Location = $"/manage/{slug}/contests/{contest}/table?upload={id}#step3";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Result<SchemeSheetFile>> ReadAsync(UploadForm form, SchemeSpeeches speeches, CancellationToken cancellationToken)
    {
        if (form.IsTooLarge)
        {
            return TableErrors.FileTooLarge(TableFile.MaximumBytes / 1024 / 1024);
        }
        if (form.File is not { } file)
        {
            return TableErrors.FileMissing();
        }
        await using var content = file.OpenReadStream();
        return await SchemeSheetFile.ReadAsync(file.FileName, content, speeches.All, cancellationToken);
    }

    /// <summary>The scheme of a contest that the signed-in account may see, as a file.</summary>
    internal sealed class Files(CurrentActor current, ContestQueries contests, SchemeService schemes, SchemeSpeeches speeches)
    {
        public async Task<IResult> ReadAsync(
            string slug, string contest, string type, string name, Func<Core.Competitions.Scheme.MarkingScheme, ISchemeWords, byte[]> write) =>
            await contests.FindAsync(slug, contest) is { } found && (await current.GetAsync()).MayView(found.Competition.Id)
                && await schemes.FindCurrentAsync(found.Contest.Id) is { } scheme
                ? Results.File(write(scheme.Scheme, speeches.Reader), type, name)
                : Results.NotFound();
    }
}
