using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace CompetitionHub.Web.Features.Live;

/// <summary>One immutable answer with all its headers, ready to be written: plain, gzip and Brotli, each compressed when first asked for.</summary>
public sealed class CachedPage
{
    private static readonly StringValues Revalidate = "public, max-age=1";
    private static readonly StringValues VaryByBoth = "Accept-Encoding, Accept-Language";
    private static readonly StringValues VaryByEncoding = "Accept-Encoding";

    private readonly StringValues contentType;
    private readonly StringValues vary;
    private readonly string tag;
    private readonly Coded plain;
    private readonly Lazy<Coded> gzip;
    private readonly Lazy<Coded> brotli;

    public CachedPage(byte[] bytes, string contentType, bool sameForAllLanguages = false)
    {
        this.contentType = contentType;
        vary = sameForAllLanguages ? VaryByEncoding : VaryByBoth;
        tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
        plain = new(bytes, default, $"\"{tag}\"");
        gzip = new(() => new(Compress(bytes, s => new GZipStream(s, CompressionLevel.Optimal, leaveOpen: true)), "gzip", $"\"{tag}-g\""));
        brotli = new(() => new(Compress(bytes, s => new BrotliStream(s, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true)), "br", $"\"{tag}-b\""));
    }

    /// <summary>Writes the answer, or 304 to a reader who has it.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var request = context.Request;
        var response = context.Response;
        var coded = Choose(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = coded.ETag;
        headers.Vary = vary;
        headers.CacheControl = Revalidate;
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Matches(known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = contentType;
        headers.ContentLength = coded.Bytes.Length;
        if (coded.Encoding.Count > 0)
        {
            headers.ContentEncoding = coded.Encoding;
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(coded.Bytes).AsTask();
    }

    // Weak comparison: a proxy may have changed the coding, the content is the same.
    private bool Matches(StringValues known) => known.Any(value => value is not null && (value == "*" || value.Contains(tag, StringComparison.Ordinal)));

    private Coded Choose(StringValues accepted)
    {
        foreach (var value in accepted)
        {
            if (Accepts(value, "br"))
            {
                return brotli.Value;
            }

            if (Accepts(value, "gzip"))
            {
                return gzip.Value;
            }
        }

        return plain;
    }

    private static bool Accepts(string? value, string coding)
    {
        foreach (var part in value.AsSpan().Split(','))
        {
            var item = value.AsSpan()[part].Trim();
            if (item.StartsWith(coding, StringComparison.OrdinalIgnoreCase))
            {
                var rest = item[coding.Length..].Trim();
                return rest.IsEmpty || (rest[0] == ';' && !rest.EndsWith("q=0") && !rest.EndsWith("q=0.0"));
            }
        }

        return false;
    }

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target))
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }

    private sealed record Coded(ReadOnlyMemory<byte> Bytes, StringValues Encoding, StringValues ETag);
}
