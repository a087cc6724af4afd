using Microsoft.AspNetCore.ResponseCompression;
using System.IO.Compression;

namespace CompetitionHub.Web.Hosting;

/// <summary>Compresses pages as they are made. Boards bring their own compressed bytes, event streams stay as they are.</summary>
public static class Compression
{
    public static void AddHubResponseCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Antiforgery tokens are masked anew in each answer, so that their length tells nothing (BREACH).
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("image/svg+xml");
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }
}
