using System.Buffers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CompetitionHub.Web.Hosting;

/// <summary>
/// What an upload form of ours sent. It is read in the endpoint, not by the framework, so that a file that is far too large gets an answer
/// that can be read.
/// </summary>
public sealed class UploadForm
{
    // A browser shows its own page of a broken connection when an answer comes before it has sent everything.
    private const long MostSwallowed = 1024L * 1024 * 1024;

    // Room for the form around the file.
    private const int AroundTheFile = 64 * 1024;

    private readonly IFormCollection fields;

    private UploadForm(IFormCollection fields, bool isTooLarge) => (this.fields, IsTooLarge) = (fields, isTooLarge);

    /// <summary>True when more was sent than the limit; then nothing of it is kept.</summary>
    public bool IsTooLarge { get; }

    /// <summary>The file of the field <c>file</c>, or null when none was chosen.</summary>
    public IFormFile? File => fields.Files.GetFile("file") is { FileName.Length: > 0 } file ? file : null;

    /// <summary>Another field; empty when it was not sent.</summary>
    public string this[string name] => fields[name].ToString();

    /// <summary>Reads the form. Null when it is none, or not one of our pages'.</summary>
    public static async Task<UploadForm?> ReadAsync(HttpContext context, IAntiforgery antiforgery, int maximumBytes, CancellationToken cancellationToken)
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
        var most = maximumBytes + AroundTheFile;
        if (request.ContentLength > most)
        {
            return await SwallowAsync(request, cancellationToken);
        }
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, BufferBodyLengthLimit = most }, cancellationToken);
            return await antiforgery.IsRequestValidAsync(context) ? new(form, false) : null;
        }
        catch (InvalidDataException)
        {
            return await SwallowAsync(request, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<UploadForm?> SwallowAsync(HttpRequest request, CancellationToken cancellationToken)
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
        return new(FormCollection.Empty, true);
    }
}
