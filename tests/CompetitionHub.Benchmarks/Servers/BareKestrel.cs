using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CompetitionHub.Benchmarks.Servers;

/// <summary>
/// A Kestrel that does nothing: <c>POST /</c> reads the body and answers as many bytes as it was told to, <c>GET /page</c>
/// answers the bytes of a file. The most that any endpoint on this machine could do with this client.
/// </summary>
internal static class BareKestrel
{
    public const string Verb = "bare-kestrel";

    public static async Task<ChildProcess> StartAsync(int port, int answerBytes, string? pageFile = null)
    {
        var child = ChildProcess.StartSelf(Verb, Text(port), Text(answerBytes), pageFile ?? "");
        await child.WaitForPortAsync(port);
        return child;
    }

    public static async Task RunAsync(int port, int answerBytes, string pageFile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(port);
        });
        var answer = new byte[answerBytes];
        answer.AsSpan().Fill((byte)' ');
        var page = pageFile.Length > 0 ? await File.ReadAllBytesAsync(pageFile) : [];
        var app = builder.Build();
        app.MapPost("/{**rest}", async (HttpContext context) =>
        {
            for (var ended = false; !ended;)
            {
                var read = await context.Request.BodyReader.ReadAsync();
                ended = read.IsCompleted;
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            }

            await WriteAsync(context, answer, "application/json");
        });
        app.MapGet("/page", context => WriteAsync(context, page, "text/html; charset=utf-8"));
        await app.RunAsync();
    }

    private static Task WriteAsync(HttpContext context, byte[] body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
