using System.Net.Mime;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace CompetitionHub.Web.Features.Competitions.Presets;

/// <summary>Presets as files: one out, one in.</summary>
public static class PresetEndpoints
{
    /// <summary>Where refused uploads are kept for the page that says why.</summary>
    public const string Place = "presets";

    public static void MapPresets(this IEndpointRouteBuilder routes)
    {
        var presets = routes.MapGroup("/manage/presets").RequireAuthorization(Policies.Creator);
        presets.MapGet("/{key}/{file}.json", DownloadAsync);
        // Checked in the handler, which first makes sure that the form can be read at all.
        presets.MapPost("/upload", UploadAsync).DisableAntiforgery();
    }

    private static async Task<IResult> DownloadAsync(
        string key, string file, CurrentActor current, SchemePresetService presets, CancellationToken cancellationToken) =>
        await presets.FindAsync(await current.GetAsync(), key, cancellationToken) is { } offered && file == key
            ? Results.File(SchemePresetJson.Write(offered.Preset), MediaTypeNames.Application.Json, $"{key}.json")
            : Results.NotFound();

    private static async Task<IResult> UploadAsync(
        HttpContext context, CurrentActor current, SchemePresetService presets, UploadShelf<SchemePreset> uploads, IAntiforgery antiforgery,
        CancellationToken cancellationToken)
    {
        var actor = await current.GetAsync();
        if (await UploadForm.ReadAsync(context, antiforgery, SchemePresetJson.MaximumBytes, cancellationToken) is not { } form)
        {
            return Results.BadRequest();
        }
        var read = await ReadAsync(form, cancellationToken);
        var added = read.Succeeded ? await presets.AddAsync(actor, read.Value, cancellationToken) : read;
        context.Response.Headers.Location = added.Succeeded
            ? $"/manage/presets/{added.Value.Key}?done=uploaded"
            : $"/manage/presets?upload={uploads.Keep(actor.AccountId, Place, added)}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Result<SchemePreset>> ReadAsync(UploadForm form, CancellationToken cancellationToken)
    {
        if (form.IsTooLarge)
        {
            return PresetErrors.FileTooLarge(SchemePresetJson.MaximumBytes / 1024 / 1024);
        }
        if (form.File is not { } file)
        {
            return PresetErrors.FileMissing();
        }
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellationToken);
        return SchemePresetJson.Read(buffer.ToArray());
    }
}
