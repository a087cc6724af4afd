using System.Net.Mime;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>Files of the registration: template, export, and the upload that the import page then shows.</summary>
public static class RegistrationEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        var entries = routes.MapGroup("/manage/{slug}/entries");
        entries.MapGet("/template.xlsx", TemplateXlsxAsync).RequireAuthorization(Policies.Viewer);
        entries.MapGet("/template.csv", TemplateCsvAsync).RequireAuthorization(Policies.Viewer);
        entries.MapGet("/export.csv", ExportAsync).RequireAuthorization(Policies.Viewer);
        // Checked in the handler, which first makes sure that the form can be read at all.
        entries.MapPost("/import/upload", UploadAsync).RequireAuthorization(Policies.Organiser).DisableAntiforgery();
    }

    private static async Task<IResult> TemplateXlsxAsync(
        string slug, CurrentActor current, CompetitionQueries competitions, ContestQueries contests, DelegationQueries delegations,
        CancellationToken cancellationToken)
    {
        if (await competitions.FindForAsync(await current.GetAsync(), slug, cancellationToken) is not { } competition)
        {
            return Results.NotFound();
        }
        var file = EntryTable.WriteTemplate(
            await contests.ListAsync(competition.Id, cancellationToken),
            (await delegations.ListAsync(competition.Id, cancellationToken)).Select(d => d.Delegation), Languages.Current);
        return Results.File(file, Xlsx, $"{slug}-template.xlsx");
    }

    private static async Task<IResult> TemplateCsvAsync(
        string slug, CurrentActor current, CompetitionQueries competitions, CancellationToken cancellationToken) =>
        await competitions.FindForAsync(await current.GetAsync(), slug, cancellationToken) is null
            ? Results.NotFound()
            : Results.File(EntryTable.WriteCsv([], Languages.Current), MediaTypeNames.Text.Csv, $"{slug}-template.csv");

    private static async Task<IResult> ExportAsync(
        string slug, HttpRequest request, CurrentActor current, CompetitionQueries competitions, ContestQueries contests,
        DelegationQueries delegations, EntryQueries entries, CancellationToken cancellationToken)
    {
        if (await competitions.FindForAsync(await current.GetAsync(), slug, cancellationToken) is not { } competition)
        {
            return Results.NotFound();
        }
        var filter = EntryListQuery.Read(request.Query).ToFilter(
            await contests.ListAsync(competition.Id, cancellationToken),
            (await delegations.ListAsync(competition.Id, cancellationToken)).Select(d => d.Delegation));
        var rows = await entries.ListAsync(competition.Id, filter, cancellationToken);
        return Results.File(EntryTable.WriteCsv(rows, Languages.Current), MediaTypeNames.Text.Csv, $"{slug}-entries.csv");
    }

    private static async Task<IResult> UploadAsync(
        string slug, HttpContext context, CurrentActor current, CompetitionQueries competitions, UploadShelf<ImportFile> uploads, IAntiforgery antiforgery,
        CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync();
        if (await competitions.FindForAsync(actor, slug, cancellationToken) is not { } competition)
        {
            return Results.NotFound();
        }
        var form = await UploadForm.ReadAsync(context, antiforgery, TableFile.MaximumBytes, cancellationToken);
        if (form is null)
        {
            return Results.BadRequest();
        }
        uploads.Drop(form["replaces"]);
        var id = uploads.Keep(actor.AccountId, competition.Id, await ReadAsync(form, cancellationToken));
        context.Response.Headers.Location = $"/manage/{slug}/entries/import?upload={id}#step3";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Result<ImportFile>> ReadAsync(UploadForm form, CancellationToken cancellationToken)
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
        return await ImportFileReader.ReadAsync(file.FileName, content, cancellationToken);
    }
}
