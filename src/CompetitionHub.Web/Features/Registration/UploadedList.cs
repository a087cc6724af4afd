using System.Buffers;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>What the upload form of the import page sent: the file or why it was not taken, and the upload that it replaces.</summary>
public sealed record UploadedList(Result<ImportFile> File, string Replaces)
{
    // The file's own limit, with room for the form around it.
    private const int MaximumForm = ImportFileReader.MaximumBytes + (64 * 1024);

    // A browser shows its own page of a broken connection when an answer comes before it has sent everything.
    private const long MostSwallowed = 1024L * 1024 * 1024;

    /// <summary>Reads the form. Null when it is none, or not one of our pages'.</summary>
    public static async Task<UploadedList?> ReadAsync(HttpContext context, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        var request = context.Request;
        // Without a boundary there is no form to be read, however small.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data" || type.Boundary.Length == 0)
        {
            return null;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostSwallowed;
        }
        if (request.ContentLength > MaximumForm)
        {
            return await TooLargeAsync(request, cancellationToken);
        }
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MaximumForm, BufferBodyLengthLimit = MaximumForm }, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return await TooLargeAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return null;
        }
        if (form.Files.GetFile("file") is not { FileName.Length: > 0 } file)
        {
            return new(RegistrationErrors.FileMissing(), form["replaces"].ToString());
        }
        await using var content = file.OpenReadStream();
        return new(await ImportFileReader.ReadAsync(file.FileName, content, cancellationToken), form["replaces"].ToString());
    }

    private static async Task<UploadedList?> TooLargeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await request.Body.ReadAsync(chunk, cancellationToken) > 0)
            {
            }
        }
        // More than anybody waits for.
        catch (IOException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
        return new(RegistrationErrors.FileTooLarge(ImportFileReader.MaximumBytes / 1024 / 1024), "");
    }
}
